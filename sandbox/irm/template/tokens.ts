export type Token =
  | { kind: 'string'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'name'; value: string }
  | { kind: 'sign'; value: string };

const pattern = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(==|!=|[|.,()[\]{}]))/y;

/** Cuts an expression into tokens; undefined when something in it is not understood. */
export function tokensOf(expression: string): Token[] | undefined {
  const source = expression.trimEnd();
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < source.length) {
    const match = pattern.exec(source);
    if (!match) {
      return undefined;
    }
    const [, double, single, number, name, sign] = match;
    const text = double ?? single;
    if (text !== undefined) {
      tokens.push({ kind: 'string', value: text.replace(/\\(.)/g, '$1') });
    } else if (number !== undefined) {
      tokens.push({ kind: 'number', value: Number(number) });
    } else if (name !== undefined) {
      tokens.push({ kind: 'name', value: name });
    } else {
      tokens.push({ kind: 'sign', value: sign ?? '' });
    }
  }
  return tokens;
}
