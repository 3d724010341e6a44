import { useEffect, useState } from 'react';

/** While Grafana fails, a reading that is older than this says nothing of now; milliseconds, see `isOutdated`. */
const FAILING_MS = 26_000;
/** The same while nothing fails, but no answer comes either: the slowest page reads every 30 s. */
const SILENT_MS = 45_000;
/** Whoever turns to the page again sees it read anew at once; till then it shows what it showed. */
const GRACE_MS = 5_000;

/** Server's time minus browser's, and when it was read by the browser's clock; milliseconds. */
interface Read {
  clockOffset: number;
  readAt: number;
}

/**
 * The server's time, epoch milliseconds, at which a reading became too old because no newer one came although it is
 * watched; undefined before. What was told of a reading while it was watched stays told of it: whoever comes back to the
 * page is not shown again what was over when they left.
 */
export function useShownAt<Data extends Read>(
  data: Data | undefined,
  { isWatched, hasFailed }: { isWatched: boolean; hasFailed: boolean }
): number | undefined {
  const [late, setLate] = useState<{ data: Data; at: number }>();
  const isTold = late !== undefined && late.data === data;
  useEffect(() => {
    if (!data || !isWatched || isTold) {
      return undefined;
    }
    const patience = hasFailed ? FAILING_MS : SILENT_MS;
    const tell = () => setLate({ data, at: Date.now() + data.clockOffset });
    const timer = window.setTimeout(tell, Math.max(GRACE_MS, data.readAt + patience - Date.now()));
    return () => window.clearTimeout(timer);
  }, [data, isWatched, hasFailed, isTold]);
  return isTold ? late.at : undefined;
}
