/** Numbers, comparisons and arithmetic: as much of Grafana's math expressions and of PromQL as constant rules need. */
export type Expression = { value: number } | { reason: string };

type Scope = (name: string) => number | undefined;

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(\$\{[^}]+\}|\$\w+)|(vector|bool)\b|(&&|\|\||==|!=|>=|<=|[-+*/%^()<>!])|(\S))/gy;

const BINARY: Array<Record<string, (a: number, b: number) => number>> = [
  { '||': (a, b) => Number(a !== 0 || b !== 0) },
  { '&&': (a, b) => Number(a !== 0 && b !== 0) },
  {
    '==': (a, b) => Number(a === b),
    '!=': (a, b) => Number(a !== b),
    '>': (a, b) => Number(a > b),
    '<': (a, b) => Number(a < b),
    '>=': (a, b) => Number(a >= b),
    '<=': (a, b) => Number(a <= b),
  },
  { '+': (a, b) => a + b, '-': (a, b) => a - b },
  { '*': (a, b) => a * b, '/': (a, b) => a / b, '%': (a, b) => a % b },
];

class Unreadable extends Error {}

function tokensOf(text: string): string[] {
  return [...text.matchAll(TOKEN)].map((found) => {
    if (found[5] !== undefined) {
      throw new Unreadable(`unexpected '${found[5]}'`);
    }
    return found[0].trim();
  });
}

/** Evaluates an expression; `scope` gives the values of `$A`, or of nothing. */
export function evaluateExpression(text: string, scope: Scope = () => undefined): Expression {
  try {
    const tokens = tokensOf(text);
    const value = level(0);
    if (tokens.length > 0) {
      throw new Unreadable(`unexpected '${tokens[0]}'`);
    }
    return { value };

    function level(depth: number): number {
      const operators = BINARY[depth];
      if (!operators) {
        return unary();
      }
      let left = level(depth + 1);
      for (let apply = operators[tokens[0] ?? '']; apply; apply = operators[tokens[0] ?? '']) {
        tokens.shift();
        left = apply(left, level(depth + 1));
      }
      return left;
    }

    function unary(): number {
      if (tokens[0] === '-' || tokens[0] === '!') {
        return tokens.shift() === '-' ? -unary() : Number(unary() === 0);
      }
      const base = primary();
      if (tokens[0] === '^') {
        tokens.shift();
        return base ** unary();
      }
      return base;
    }

    function primary(): number {
      const token = tokens.shift() ?? 'end of the expression';
      if (token === '(') {
        const inner = level(0);
        if (tokens.shift() !== ')') {
          throw new Unreadable("')' is missing");
        }
        return inner;
      }
      const name = /^\$\{?([^}]+)\}?$/.exec(token)?.[1];
      const value = name === undefined ? Number(token) : scope(name);
      if (value === undefined || Number.isNaN(value)) {
        throw new Unreadable(`unexpected '${token}'`);
      }
      return value;
    }
  } catch (error) {
    if (error instanceof Unreadable) {
      return { reason: error.message };
    }
    throw error;
  }
}

const COMPARISON = /^(.*?)\s*(==|!=|>=|<=|>|<)\s*(bool\b)?\s*(.*)$/s;

/**
 * A constant PromQL query. A comparison without `bool` keeps the left side's value where it holds and gives no data
 * where it does not: `vector(1) > 0` is 1, `vector(1) > 2` is nothing.
 */
export function evaluatePromQuery(text: string): Expression | { noData: true } {
  const plain = text.replace(/\bvector\s*\(/g, '(');
  const [, left = '', operator, bool, right = ''] = COMPARISON.exec(plain) ?? [];
  if (!operator) {
    return evaluateExpression(plain);
  }
  const [a, b] = [evaluateExpression(left), evaluateExpression(right)];
  if (!('value' in a) || !('value' in b)) {
    return 'value' in a ? b : a;
  }
  const holds = evaluateExpression(`(${a.value}) ${operator} (${b.value})`);
  if (bool || !('value' in holds)) {
    return holds;
  }
  return holds.value !== 0 ? a : { noData: true };
}
