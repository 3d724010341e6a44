/** A value of JSON as YAML in block style. Texts that could be read as anything else are quoted as in JSON. */
export function toYaml(value: unknown): string {
  return `${blockOf(value, '').join('\n')}\n`;
}

function blockOf(value: unknown, indent: string): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => {
      const [first = '', ...rest] = isBranch(item) ? blockOf(item, `${indent}  `) : [scalar(item)];
      return [`${indent}- ${first.trimStart()}`, ...rest];
    });
  }
  return entriesOf(value).flatMap(([key, inner]) => {
    const name = `${indent}${scalar(key)}:`;
    return isBranch(inner) ? [name, ...blockOf(inner, `${indent}  `)] : [`${name} ${scalar(inner)}`];
  });
}

const entriesOf = (value: unknown): Array<[string, unknown]> =>
  typeof value === 'object' && value !== null ? Object.entries(value).filter(([, inner]) => inner !== undefined) : [];

/** Whether a value takes lines of its own; empty lists and maps do not. */
const isBranch = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : entriesOf(value).length > 0);

/** Begins with a letter and has nothing in it that means something in YAML. */
const PLAIN = /^[A-Za-z][\w./-]*( [\w./-]+)*$/;
/** What YAML 1.1 takes for something else than a text. */
const KEYWORD = /^(true|false|null|yes|no|on|off|y|n)$/i;

function scalar(value: unknown): string {
  if (typeof value === 'string') {
    return PLAIN.test(value) && !KEYWORD.test(value) ? value : quoted(value);
  }
  if (typeof value === 'object' && value !== null) {
    return Array.isArray(value) ? '[]' : '{}';
  }
  return JSON.stringify(value ?? null);
}

/** JSON lets through what YAML takes for the end of a line or does not allow. */
const quoted = (text: string) =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
