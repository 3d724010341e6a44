/** YAML as Grafana writes it in exports: what is nested begins at the next column that four divides. */
export function toYaml(value: object): string {
  return `${lines(value, 0).join('\n')}\n`;
}

/** Lines of what stands at this column. */
function lines(value: object, column: number): string[] {
  if (!Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, inner]) => entry(key, inner, column));
  }
  return value.flatMap((item: unknown) => {
    const [first = '', ...rest] = nestedLines(item, column + 2);
    return [`${' '.repeat(column)}- ${first.trimStart()}`, ...rest];
  });
}

function entry(key: string, value: unknown, column: number): string[] {
  const indent = ' '.repeat(column);
  if (typeof value !== 'object' || value === null) {
    return [`${indent}${scalar(key)}: ${scalar(value)}`];
  }
  const inner = lines(value, Math.floor(column / 4) * 4 + 4);
  const empty = Array.isArray(value) ? '[]' : '{}';
  return inner.length > 0 ? [`${indent}${scalar(key)}:`, ...inner] : [`${indent}${scalar(key)}: ${empty}`];
}

function nestedLines(item: unknown, column: number): string[] {
  return typeof item === 'object' && item !== null ? lines(item, column) : [scalar(item)];
}

function scalar(value: unknown): string {
  if (typeof value !== 'string') {
    return String(value);
  }
  const isNumber = /^[\d.eE_+-]+$/.test(value) && /\d/.test(value);
  const plain = /^[A-Za-z\d_/<][^\n"'#]*$/.test(value) && !isNumber && !/: |:$|\s$/.test(value);
  return plain && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value) ? value : JSON.stringify(value);
}
