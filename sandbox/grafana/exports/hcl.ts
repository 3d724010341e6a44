/** One line of Terraform, a map, or a block; printed as `terraform fmt` would. */
export type HclItem =
  | { attribute: string; value: string | number | boolean | string[] }
  | { attribute: string; entries: Record<string, string> }
  | { block: string; items: HclItem[] };

/** What stands as the name in a map without quotes. */
const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;

function literal(value: string | number | boolean | string[]): string {
  if (Array.isArray(value)) {
    return `[${value.map(literal).join(', ')}]`;
  }
  return typeof value === 'string' ? JSON.stringify(value).replace(/[$%](?=\{)/g, '$&$&') : String(value);
}

function aligned(lines: Array<[string, string]>, indent: string): string[] {
  const width = Math.max(0, ...lines.map(([name]) => name.length));
  return lines.map(([name, value]) => `${indent}${name.padEnd(width)} = ${value}`);
}

/** Neighbouring attributes are aligned; empty lines stand around blocks, but not between those of one name. */
export function hclLines(items: HclItem[], indent: string): string[] {
  const lines: string[] = [];
  let run: Array<[string, string]> = [];
  const flush = () => {
    lines.push(...aligned(run, indent));
    run = [];
  };
  let before: string | undefined;
  for (const item of items) {
    const block = 'block' in item ? item.block : undefined;
    if (block === undefined ? before !== undefined : block !== before) {
      flush();
      lines.push('');
    }
    before = block;
    if ('value' in item) {
      run.push([item.attribute, literal(item.value)]);
      continue;
    }
    flush();
    if ('entries' in item) {
      const inner = Object.entries(item.entries)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, text]): [string, string] => [IDENTIFIER.test(name) ? name : literal(name), literal(text)]);
      lines.push(`${indent}${item.attribute} = {`, ...aligned(inner, `${indent}  `), `${indent}}`);
    } else {
      lines.push(`${indent}${item.block} {`, ...hclLines(item.items, `${indent}  `), `${indent}}`);
    }
  }
  flush();
  return lines;
}
