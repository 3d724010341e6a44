import { parseArgs } from 'node:util';

/** What both commands understand. `sample`: about so many of all cases, always the same ones. */
export function options() {
  const { values } = parseArgs({
    options: {
      flow: { type: 'string' },
      pair: { type: 'string' },
      version: { type: 'string' },
      verbose: { type: 'boolean', default: false },
      sample: { type: 'string', default: '1' },
    },
  });
  return { ...values, sample: Number(values.sample) };
}

/** Says of each case in turn whether it is in the sample; `share` between 0 and 1. The same share chooses the same. */
export function sampler(share: number): () => boolean {
  let state = 0x2545f491;
  return () => {
    // xorshift, because a sample that changes with each run makes no failure anybody can repeat.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000 < share;
  };
}

/** Prints rows in columns. */
export function table(heads: readonly string[], rows: ReadonlyArray<ReadonlyArray<string | number>>): void {
  const all = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  for (const row of all) {
    console.log(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
    );
  }
}
