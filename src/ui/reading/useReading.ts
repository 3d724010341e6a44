import { useQuery, useQueryClient, type Query } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { GrafanaError } from '../../connection/port/grafanaPort';
import type { DriftOf } from '../../connection/drift/drift';
import { lookAt } from '../../connection/health/look';
import type { StatusMemory } from '../../connection/health/memory';
import type { ToldReplicas } from '../../connection/health/replicas';
import type { GrafanaReading } from '../../connection/reading/reading';
import { valueOrThrow, type QueryFailure } from '../data/queryFailure';
import { useServices } from '../data/services';
import { backOff } from './backOff';
import { toldTo } from './firstReading';
import { calmSince, keepsContactPoints, noteTurn, paceOf, REFRESH_MS, type Paced } from './pace';
import { memoryToBeginWith, rememberReplicas, toldReplicas } from './rememberedReplicas';
import { rememberBeats, withRememberedBeats, writePendingBeats } from './rememberedBeats';
import { useShownAt } from './useShownAt';
import { clockOffset } from './clockOffset';
import { usePageVisible } from './usePageVisible';
import { READING_KEY, useRefresh } from './useRefresh';

/** Whoever comes back after this long learns from the browser's other pages; milliseconds. */
const AWAY_MS = 60_000;

/** Two pages of the plugin that open one after the other share one reading; milliseconds. */
const FRESH_MS = 2_000;

/** One reading of Grafana, and what is known since the plugin was loaded. */
export interface ReadingData extends Paced {
  reading: GrafanaReading;
  memory: StatusMemory;
  driftOf: DriftOf | undefined;
  /** How many replicas there are by the settings. */
  replicas: ToldReplicas;
  /** How often deliveries were asked for again, to meet another replica. */
  askedAgain: number;
  /** Server's time minus browser's, in milliseconds. */
  clockOffset: number;
  /** When it was read, by the browser's clock. */
  readAt: number;
  /** The server's time now, where the reading is no longer fresh: see `useShownAt`. */
  shownAt?: number;
}

export interface SharedReading {
  /** The last reading that succeeded; it stays beside the error of a later one. */
  data: ReadingData | undefined;
  /** Why the last refresh failed; undefined when it did not. */
  error: GrafanaError | undefined;
  isRefreshing: boolean;
  /** Reads again, for every page and part of the plugin; settles when it is there. */
  refresh(): Promise<void>;
}

/**
 * The one picture of Grafana (see `lookAt`), shared by wizard, status page, actions and extensions: read again
 * every `refreshMs` while the page is visible, at once when it is looked at again, never while it is hidden, unless
 * something is under way that must not wait (`evenHidden`). After failures it is asked for less and less often, and less
 * often where a long list has been well for a while.
 */
export function useReading({ refreshMs = REFRESH_MS, evenHidden = false } = {}): SharedReading {
  const { grafana, settings, capabilities } = useServices();
  const { namespace } = capabilities;
  const replicas = toldReplicas(settings);
  const queryClient = useQueryClient();
  const isVisible = usePageVisible();
  const refetchInterval = useMemo(() => {
    const every = backOff(refreshMs);
    return (query: Query<ReadingData, QueryFailure>) =>
      refreshMs < REFRESH_MS ? every(query) : Math.max(every(query), paceOf(queryClient, query.state.data));
  }, [refreshMs, queryClient]);
  const query = useQuery<ReadingData, QueryFailure>({
    queryKey: READING_KEY,
    queryFn: async ({ client }) => {
      const before = client.getQueryData<ReadingData>(READING_KEY);
      const isFresh = before !== undefined && Date.now() - before.readAt < AWAY_MS;
      const seen = before?.memory ?? memoryToBeginWith(replicas);
      const known = isFresh ? seen : withRememberedBeats(namespace, seen);
      const isListed = before === undefined || !keepsContactPoints(client, before);
      const listedAt = isListed ? Date.now() : before.listedAt;
      const { reading, memory, driftOf, askedAgain } = valueOrThrow(
        await lookAt(before ? grafana : toldTo(client, grafana), known, replicas, {
          readBefore: before?.reading,
          isListed,
        })
      );
      const readAt = Date.now();
      if (memory.evidence && memory.evidence !== known.evidence) {
        rememberReplicas(memory.evidence);
      }
      rememberBeats(namespace, memory);
      return {
        reading,
        memory,
        driftOf,
        replicas,
        askedAgain,
        clockOffset: clockOffset(before?.clockOffset, reading.serverTime, readAt),
        readAt,
        listedAt,
        calmSince: calmSince(before, { reading, memory, driftOf, replicas }),
      };
    },
    enabled: isVisible || evenHidden,
    refetchInterval,
    refetchIntervalInBackground: evenHidden,
    staleTime: FRESH_MS,
    // Done by `lookAt`, before anything is derived from the reading.
    structuralSharing: false,
    // What was seen of heartbeats stays for as long as the plugin is loaded, also where the browser keeps nothing.
    gcTime: Infinity,
  });
  const refresh = useRefresh();
  useEffect(() => {
    window.addEventListener('pagehide', writePendingBeats);
    return () => window.removeEventListener('pagehide', writePendingBeats);
  }, []);
  useEffect(() => {
    // A window in view keeps itself fresh; whoever turns to it need not wait for the next turn.
    const onFocus = () => {
      noteTurn(queryClient);
      void queryClient.refetchQueries({ queryKey: READING_KEY, stale: true }, { cancelRefetch: false });
    };
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [queryClient]);
  const shownAt = useShownAt(query.data, { isWatched: isVisible || evenHidden, hasFailed: query.isError });
  const data = useMemo(
    () => (query.data && shownAt !== undefined ? { ...query.data, shownAt } : query.data),
    [query.data, shownAt]
  );
  return { data, error: query.error?.error, isRefreshing: query.isFetching, refresh };
}
