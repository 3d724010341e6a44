/** Numbers from 0 up to 1 that are the same in every run (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many of the items, in their order; the same ones in every run. */
export function sample<T>(items: readonly T[], count: number | undefined, seed = 1): T[] {
  if (count === undefined || count >= items.length) {
    return [...items];
  }
  const next = random(seed);
  const marked = items.map((item, index) => ({ item, index, rank: next() }));
  return marked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .sort((a, b) => a.index - b.index)
    .map(({ item }) => item);
}
