import { useQuery } from '@tanstack/react-query';
import type { StateChange } from '../../../connection/port/grafanaPort';
import { valueOrThrow, type QueryFailure } from '../../../ui/data/queryFailure';
import { useServices } from '../../../ui/data/services';
import { usePageVisible } from '../../../ui/reading/usePageVisible';

export const HISTORY_MS = 24 * 3600_000;
/** A state seldom changes; the state of this moment comes with each refresh of the page. */
const REFRESH_MS = 60_000;

export interface History {
  changes: readonly StateChange[];
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
  const isVisible = usePageVisible();
  const query = useQuery<History, QueryFailure>({
    queryKey: ['state-history', ruleUid],
    queryFn: async () => {
      const from = now - HISTORY_MS;
      const { value, serverTime } = valueOrThrow(await grafana.stateHistory(ruleUid ?? '', from, now));
      return { changes: value, from, to: Math.max(serverTime, now) };
    },
    enabled: ruleUid !== undefined && isVisible,
    refetchInterval: REFRESH_MS,
  });
  return { history: query.data, error: query.error?.error, retry: () => void query.refetch() };
}
