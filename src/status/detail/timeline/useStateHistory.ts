import { useQuery, useQueryClient } from '@tanstack/react-query';
import { replicasInHistory } from '../../../connection/health/replicas';
import type { StateChange } from '../../../connection/port/grafanaPort';
import { valueOrThrow, type QueryFailure } from '../../../ui/data/queryFailure';
import { useServices } from '../../../ui/data/services';
import { noteReplicas } from '../../../ui/reading/noteReplicas';
import { usePageVisible } from '../../../ui/reading/usePageVisible';

const HISTORY_MS = 24 * 3600_000;
/** A state seldom changes; the state of this moment comes with each refresh of the page. */
const REFRESH_MS = 60_000;

export interface History {
  changes: readonly StateChange[];
  /** Whether this Grafana writes changes down at all. */
  isKept: boolean;
  from: number;
  to: number;
}

/**
 * The rule's state changes of the last 24 hours, while somebody looks at them.
 *
 * @param now the server's time, epoch milliseconds
 */
export function useStateHistory(ruleUid: string | undefined, now: number) {
  const { grafana } = useServices();
  const queryClient = useQueryClient();
  const isVisible = usePageVisible();
  const query = useQuery<History, QueryFailure>({
    queryKey: ['state-history', ruleUid],
    queryFn: async () => {
      const from = now - HISTORY_MS;
      const { value, isKept, serverTime } = valueOrThrow(await grafana.stateHistory(ruleUid ?? '', from, now));
      noteReplicas(queryClient, replicasInHistory(value), serverTime);
      return { changes: value, isKept, from, to: Math.max(serverTime, now) };
    },
    enabled: ruleUid !== undefined && isVisible,
    refetchInterval: REFRESH_MS,
  });
  const { data: history, error, isFetching: isReading } = query;
  return { history, error: error?.error, isReading, retry: () => void query.refetch() };
}
