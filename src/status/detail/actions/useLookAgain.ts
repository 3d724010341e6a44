import { useEffect, useState } from 'react';
import type { GrafanaError } from '../../../connection/port/grafanaPort';

/** The page's reading, as far as a new look at it needs it. */
export interface Reading {
  error: GrafanaError | undefined;
  isRefreshing: boolean;
  refresh(): Promise<void>;
}

/** What a dialog shows, of one reading. */
interface Shown {
  data: { readAt: number };
}

export interface LookAgain {
  start(): void;
  isReading: boolean;
  /** Why nothing newer could be read. */
  error: GrafanaError | undefined;
}

/**
 * Makes a dialog anew of what Grafana holds now. Where nothing was read since it was opened, as when the reading after a
 * run failed, too, that comes first: the same plan once more would be a button that does nothing.
 */
export function useLookAgain<T extends Shown>(
  opened: T,
  live: T | undefined,
  { error, isRefreshing, refresh }: Reading,
  onReopen: (live: T | undefined) => void
): LookAgain {
  const [askedOn, setAskedOn] = useState<T>();
  const isNewer = live?.data.readAt !== opened.data.readAt;
  const isAwaited = askedOn === opened;
  useEffect(() => {
    if (isAwaited && isNewer) {
      onReopen(live);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- with the reading that came, and once
  }, [isAwaited, isNewer]);
  return {
    start: () => {
      setAskedOn(opened);
      if (!isNewer) {
        void refresh();
      }
    },
    isReading: isAwaited && isRefreshing,
    error: isAwaited && !isRefreshing ? error : undefined,
  };
}
