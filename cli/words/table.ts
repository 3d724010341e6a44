/** A table as text: columns as wide as they need to be, the last one as it is. */
export function tableText(heads: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const all = [heads.map((head) => head.toUpperCase()), ...rows.map((row) => row.map(oneLine))];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => lengthOf(row[column] ?? ''))));
  return all
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths[column], column, heads))
        .join('  ')
        .trimEnd()
    )
    .join('\n');
}

const lengthOf = (text: string) => [...text].length;

function padded(cell: string, width = 0, column: number, heads: readonly string[]): string {
  return column === heads.length - 1 ? cell : cell + ' '.repeat(Math.max(0, width - lengthOf(cell)));
}

/** In a terminal, spaces that do not break are only in the way. */
export const plainSpaces = (text: string) => text.replaceAll('\u00a0', ' ');

/** A text without line ends and whatever else a terminal obeys: servers' words and people's names may hold it. */
export const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
