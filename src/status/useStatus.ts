import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { GrafanaError } from '../connection/grafanaPort';
import { NO_MEMORY, remember, type StatusMemory } from '../connection/health/memory';
import { overviewOf, type Overview } from '../connection/health/overview';
import { readStatus, type StatusSnapshot } from '../connection/health/snapshot';
import type { AlertmanagerChoice } from '../connection/statusPort';
import { valueOrThrow, type QueryFailure } from '../ui/queryFailure';
import { useServices } from '../ui/services';
import { clockOffset } from './clockOffset';
import { useAlertmanagers } from './useAlertmanagers';
import { usePageVisible } from './usePageVisible';

/** Milliseconds between two refreshes of a page that is looked at. */
export const REFRESH_MS = 10_000;

/** Two pages of the plugin that open one after the other share one reading; milliseconds. */
const FRESH_MS = 2_000;

export const STATUS_KEY = ['status'];

/** One reading of Grafana, and what is known since the page was opened. */
export interface StatusData {
  snapshot: StatusSnapshot;
  memory: StatusMemory;
  /** Server's time minus browser's, in milliseconds. */
  clockOffset: number;
  /** When it was read, by the browser's clock. */
  readAt: number;
}

export interface Status {
  /** The last reading that succeeded; it stays beside the error of a later one. */
  data: StatusData | undefined;
  /** Every connection with its health, worst first. */
  overview: Overview | undefined;
  /** Undefined until it was read, which is only done when a beat is missing or `wantsAlertmanagers`. */
  alertmanagers: AlertmanagerChoice | undefined;
  /** Why the last refresh failed; undefined when it did not. */
  error: GrafanaError | undefined;
  isRefreshing: boolean;
  refresh(): Promise<void>;
}

/**
 * The state of all connections in one query of at most 5 requests (see `readStatus`), shared by every page that uses
 * it: read again every 10 s while the page is visible, at once when it is looked at again, never while it is hidden.
 */
export function useStatus({ wantsAlertmanagers = false, refreshMs = REFRESH_MS } = {}): Status {
  const { status } = useServices();
  const queryClient = useQueryClient();
  const isVisible = usePageVisible();
  const query = useQuery<StatusData, QueryFailure>({
    queryKey: STATUS_KEY,
    queryFn: async ({ client }) => {
      const before = client.getQueryData<StatusData>(STATUS_KEY);
      const snapshot = valueOrThrow(await readStatus(status));
      const readAt = Date.now();
      return {
        snapshot,
        memory: remember(before?.memory ?? NO_MEMORY, snapshot),
        clockOffset: clockOffset(before?.clockOffset, snapshot.serverTime, readAt),
        readAt,
      };
    },
    enabled: isVisible,
    refetchInterval: refreshMs,
    staleTime: FRESH_MS,
    // Grafana forgets its deliveries, so what was seen is kept for as long as the plugin stays loaded.
    gcTime: Infinity,
    // A Grafana of one's own is often reached without the internet.
    networkMode: 'always',
  });
  const { data } = query;
  const silent = useMemo(
    () =>
      data !== undefined &&
      overviewOf(data).rows.some(({ health }) => !['up', 'paused', 'none'].includes(health.state)),
    [data]
  );
  const alertmanagers = useAlertmanagers(isVisible && (wantsAlertmanagers || silent));
  const overview = useMemo(() => data && overviewOf({ ...data, alertmanagers }), [data, alertmanagers]);
  const refresh = useCallback(() => queryClient.refetchQueries({ queryKey: STATUS_KEY }), [queryClient]);
  useEffect(() => {
    // A window in view keeps itself fresh; whoever turns to it need not wait for the next turn.
    const onFocus = () =>
      void queryClient.refetchQueries({ queryKey: STATUS_KEY, stale: true }, { cancelRefetch: false });
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [queryClient]);
  return { data, overview, alertmanagers, error: query.error?.error, isRefreshing: query.isFetching, refresh };
}
