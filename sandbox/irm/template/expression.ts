import { type Token, tokensOf } from './tokens';
import { contains, filters, isTrue, member, methods } from './values';

export type Expression = (payload: unknown) => unknown;

class Unreadable extends Error {}

/** Compiles one Jinja expression over `payload`; undefined when it is not one that the stand-in reads. */
export function compileExpression(source: string): Expression | undefined {
  const tokens = tokensOf(source);
  if (!tokens) {
    return undefined;
  }
  try {
    const parser = new Parser(tokens);
    const expression = parser.choice();
    parser.end();
    return expression;
  } catch (error) {
    if (error instanceof Unreadable) {
      return undefined;
    }
    throw error;
  }
}

class Parser {
  private position = 0;

  constructor(private readonly tokens: Token[]) {}

  end(): void {
    if (this.position < this.tokens.length) {
      throw new Unreadable();
    }
  }

  choice(): Expression {
    const value = this.either();
    if (!this.takes('name', 'if')) {
      return value;
    }
    const condition = this.either();
    this.must('name', 'else');
    const otherwise = this.choice();
    return (payload) => (isTrue(condition(payload)) ? value(payload) : otherwise(payload));
  }

  private either(): Expression {
    let left = this.both();
    while (this.takes('name', 'or')) {
      const [first, second] = [left, this.both()];
      left = (payload) => {
        const value = first(payload);
        return isTrue(value) ? value : second(payload);
      };
    }
    return left;
  }

  private both(): Expression {
    let left = this.negation();
    while (this.takes('name', 'and')) {
      const [first, second] = [left, this.negation()];
      left = (payload) => {
        const value = first(payload);
        return isTrue(value) ? second(payload) : value;
      };
    }
    return left;
  }

  private negation(): Expression {
    if (this.takes('name', 'not')) {
      const value = this.negation();
      return (payload) => !isTrue(value(payload));
    }
    return this.comparison();
  }

  private comparison(): Expression {
    const left = this.filtered();
    if (this.takes('sign', '==')) {
      const right = this.filtered();
      return (payload) => left(payload) === right(payload);
    }
    if (this.takes('sign', '!=')) {
      const right = this.filtered();
      return (payload) => left(payload) !== right(payload);
    }
    if (this.takes('name', 'in')) {
      const right = this.filtered();
      return (payload) => contains(right(payload), left(payload));
    }
    return left;
  }

  private filtered(): Expression {
    let value = this.access();
    while (this.takes('sign', '|')) {
      const filter = filters[this.name()];
      if (!filter) {
        throw new Unreadable();
      }
      const [target, args] = [value, this.takes('sign', '(') ? this.list(')') : []];
      value = (payload) =>
        filter(
          target(payload),
          args.map((arg) => arg(payload))
        );
    }
    return value;
  }

  private access(): Expression {
    let value = this.primary();
    for (;;) {
      const target = value;
      if (this.takes('sign', '.')) {
        const name = this.name();
        if (this.takes('sign', '(')) {
          const [method, args] = [methods[name], this.list(')')];
          if (!method) {
            throw new Unreadable();
          }
          value = (payload) =>
            method(
              target(payload),
              args.map((arg) => arg(payload))
            );
        } else {
          value = (payload) => member(target(payload), name);
        }
      } else if (this.takes('sign', '[')) {
        const key = this.choice();
        this.must('sign', ']');
        value = (payload) => member(target(payload), key(payload));
      } else {
        return value;
      }
    }
  }

  private primary(): Expression {
    const token = this.tokens[this.position++];
    if (token?.kind === 'string' || token?.kind === 'number') {
      return () => token.value;
    }
    if (token?.kind === 'name') {
      return named(token.value);
    }
    if (token?.value === '(') {
      const inner = this.choice();
      this.must('sign', ')');
      return inner;
    }
    if (token?.value === '{') {
      this.must('sign', '}');
      return () => ({});
    }
    throw new Unreadable();
  }

  private list(end: string): Expression[] {
    const items: Expression[] = [];
    while (!this.takes('sign', end)) {
      if (items.length > 0) {
        this.must('sign', ',');
      }
      items.push(this.choice());
    }
    return items;
  }

  private name(): string {
    const token = this.tokens[this.position++];
    if (token?.kind !== 'name') {
      throw new Unreadable();
    }
    return token.value;
  }

  private takes(kind: 'name' | 'sign', value: string): boolean {
    const token = this.tokens[this.position];
    const found = token?.kind === kind && token.value === value;
    this.position += found ? 1 : 0;
    return found;
  }

  private must(kind: 'name' | 'sign', value: string): void {
    if (!this.takes(kind, value)) {
      throw new Unreadable();
    }
  }
}

const constants: Readonly<Record<string, unknown>> = {
  true: true,
  True: true,
  false: false,
  False: false,
  none: null,
  None: null,
};
const reserved = new Set(['if', 'else', 'or', 'and', 'not', 'in']);

function named(name: string): Expression {
  if (reserved.has(name)) {
    throw new Unreadable();
  }
  if (name === 'payload') {
    return (payload) => payload;
  }
  return () => constants[name];
}
