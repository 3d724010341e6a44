import { useEffect, useState } from 'react';

/** A page that is looked at reads every 10 s; from here on it is told how late it has become. Milliseconds. */
const FRESH_MS = 20_000;
const STEP_MS = 5_000;
/** Whoever turns to the page again sees it read anew at once; till then it shows what it showed. */
const GRACE_MS = 5_000;

/** Server's time minus browser's, and when it was read by the browser's clock; milliseconds. */
interface Read {
  clockOffset: number;
  readAt: number;
}

/**
 * The server's time now, in epoch milliseconds and steps of 5 s, once a reading is no longer fresh because no newer one
 * came although it is watched; undefined before, so that a fresh one is judged once. What was told of a reading while it
 * was watched stays told of it: whoever comes back to the page is not shown again what was over when they left.
 */
export function useShownAt<Data extends Read>(data: Data | undefined, isWatched: boolean): number | undefined {
  const [late, setLate] = useState<{ data: Data; at: number }>();
  useEffect(() => {
    if (!data || !isWatched) {
      return undefined;
    }
    let timer: number;
    const tellIn = (delay: number) => {
      timer = window.setTimeout(() => {
        setLate({ data, at: Date.now() + data.clockOffset });
        tellIn(STEP_MS);
      }, delay);
    };
    tellIn(Math.max(GRACE_MS, data.readAt + FRESH_MS - Date.now()));
    return () => window.clearTimeout(timer);
  }, [data, isWatched]);
  return late !== undefined && late.data === data ? late.at : undefined;
}
