/** Rows under their heads, each column as wide as its widest cell; numbers to the right. */
export function table(heads: readonly string[], rows: ReadonlyArray<ReadonlyArray<string | number>>): string {
  const texts = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0)));
  return texts
    .map((row, index) =>
      row
        .map((cell, column) => {
          const isNumber = typeof rows[Math.max(0, index - 1)]?.[column] === 'number';
          return isNumber ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
        })
        .join('  ')
        .trimEnd()
    )
    .join('\n');
}
