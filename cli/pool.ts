/** What came of one item; undefined where it was not begun, because somebody stopped the run before. */
export type Outcome<T> = T | undefined;

interface PoolOptions<T> {
  /** How many run at the same time. */
  parallel: number;
  /** No further item is begun once it is aborted; those under way end. */
  signal: AbortSignal;
  onEnd?: (result: T, ended: number) => void;
}

/** Runs a task for every item, so many at a time, and answers in the order of the items. The task must not throw. */
export async function inParallel<Item, T>(
  items: readonly Item[],
  { parallel, signal, onEnd }: PoolOptions<T>,
  task: (item: Item) => Promise<T>
): Promise<Array<Outcome<T>>> {
  const results = new Array<Outcome<T>>(items.length).fill(undefined);
  const waiting = [...items.entries()];
  let ended = 0;
  const worker = async () => {
    for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) {
      const [index, item] = next;
      const result = await task(item);
      results[index] = result;
      ended += 1;
      onEnd?.(result, ended);
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallel, items.length) }, worker));
  return results;
}
