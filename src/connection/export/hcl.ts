/** A text as Terraform's language has it, on one line: neither quotes nor `${` and `%{` do anything in it. */
export const quoted = (text: string): string => `"${escaped(text)}"`;

/** A text for between two quotes. */
export function escaped(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\(.)/g, (pair, letter: string) => ({ b: '\\u0008', f: '\\u000c' })[letter] ?? pair)
    .replace(/[\u007f-\u009f\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/[$%](?=\{)/g, '$&$&');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** The text of what stands between two quotes; undefined where an expression stands in it. */
export function unquoted(inner: string): string | undefined {
  if (/(^|[^$])\$\{|(^|[^%])%\{/.test(inner)) {
    return undefined;
  }
  return inner
    .replace(/[$%]([$%]\{)/g, '$1')
    .replace(/\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|(.))/gi, (_, short?: string, long?: string, letter = '') => {
      const code = short ?? long;
      return code === undefined ? (ESCAPES[letter] ?? letter) : String.fromCodePoint(Number.parseInt(code, 16));
    });
}

/** Of an attribute or a block: Terraform takes letters of any script, and anything in quotes. */
const NAME = '[\\p{ID_Start}_][\\p{ID_Continue}-]*|"(?:[^"\\\\]|\\\\.)*"';
const HEAD = new RegExp(`^(\\s*)(${NAME})(?: =)? \\{$`, 'u');
const ATTRIBUTE = new RegExp(`^(\\s*)(${NAME}) *= (.+)$`, 'u');

/** A name as it is meant, whether it stands in quotes or not. */
export const withoutQuotes = (name: string): string =>
  name.startsWith('"') ? (unquoted(name.slice(1, -1)) ?? name) : name;

/** One block on the outermost level, with the lines that stand in it. */
export interface HclBlock {
  /** Type and label, for example `grafana_contact_point` and `contact_point_1`. */
  type: string;
  label: string;
  lines: readonly string[];
}

/**
 * Takes apart what Grafana exports: resources one after the other, each closed by a brace in the first column. Undefined
 * for anything else, such as a text that was cut off: what it lacks, Terraform would take away.
 */
export function resourcesIn(text: string): HclBlock[] | undefined {
  const blocks: HclBlock[] = [];
  let open: string[] | undefined;
  for (const line of text.split('\n')) {
    const head = /^resource "([^"]+)" "([^"]+)" \{$/.exec(line);
    if (head) {
      open = [];
      blocks.push({ type: head[1] ?? '', label: head[2] ?? '', lines: open });
    } else if (open === undefined) {
      if (line !== '') {
        return undefined;
      }
    } else if (line === '}') {
      open = undefined;
    } else {
      open.push(line);
    }
  }
  return open === undefined ? blocks : undefined;
}

/** The block or map that a line opens; undefined for a line of another kind. */
export function headIn(line: string): Pick<HclAttribute, 'indent' | 'name'> | undefined {
  const [, indent = '', name = ''] = HEAD.exec(line) ?? [];
  return name === '' ? undefined : { indent, name };
}

/** A line that gives an attribute one value, a list or nothing nested. */
export interface HclAttribute {
  indent: string;
  name: string;
  /** As it is written. */
  value: string;
  /** What a text says; undefined for everything else. */
  text: string | undefined;
}

/** The attribute on a line of Terraform's language; undefined for a line of another kind. */
export function attributeIn(line: string): HclAttribute | undefined {
  const match = ATTRIBUTE.exec(line);
  if (!match) {
    return undefined;
  }
  const [, indent = '', name = '', value = ''] = match;
  const inner = /^"((?:[^"\\]|\\.)*)"$/.exec(value)?.[1];
  return { indent, name, value, text: inner === undefined ? undefined : unquoted(inner) };
}

/** A line that sets an attribute; the value is written as it is. */
export const attribute = (indent: string, name: string, value: string) => `${indent}${name} = ${value}`;

const columnsOf = (name: string) => [...name].length;

/** Neighbouring attributes of one line each with their values below each other, as `terraform fmt` does. */
function aligned(lines: readonly string[]): string[] {
  const out: string[] = [];
  let run: HclAttribute[] = [];
  const flush = () => {
    const width = Math.max(0, ...run.map(({ name }) => columnsOf(name)));
    out.push(
      ...run.map(({ indent, name, value }) => attribute(indent, name + ' '.repeat(width - columnsOf(name)), value))
    );
    run = [];
  };
  for (const line of lines) {
    const found = attributeIn(line);
    if (found && !/[{[]$/.test(found.value)) {
      run.push(found);
    } else {
      flush();
      out.push(line);
    }
  }
  flush();
  return out;
}

/** A block of its own with an empty line behind it. */
export const block = (head: string, lines: readonly string[]): string =>
  [`${head} {`, ...aligned(lines), '}', ''].join('\n');
