import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AlertRule } from '../connection/policies/types';
import type { GrafanaPort } from '../connection/port/grafanaPort';
import { valueOrThrow, type QueryFailure } from '../ui/data/queryFailure';
import { useServices } from '../ui/data/services';
import { ALL_ALERTING_KEY, ALL_RULES_KEY } from '../ui/reading/useAllAlerting';

const keyOf = (uid: string) => [...ALL_ALERTING_KEY, 'rule', uid];

/** The rule with this uid: the one that was chosen in the list, or that a link led to. '' is none. */
export function useAlertRule(uid: string) {
  const { grafana } = useServices();
  const client = useQueryClient();
  const query = useQuery<AlertRule | null, QueryFailure>({
    queryKey: keyOf(uid),
    queryFn: () => findByUid(grafana, uid),
    // The list holds it already.
    initialData: () => client.getQueryData<AlertRule[]>(ALL_RULES_KEY)?.find((rule) => rule.uid === uid),
    initialDataUpdatedAt: () => {
      const list = client.getQueryState(ALL_RULES_KEY);
      return list?.isInvalidated ? 0 : list?.dataUpdatedAt;
    },
    enabled: uid !== '',
    staleTime: 60_000,
  });
  return {
    rule: query.data ?? undefined,
    isGone: query.data === null,
    error: query.error?.error,
    isReading: query.isFetching,
    retry: () => void query.refetch(),
  };
}

/** A Grafana that does not search by uid (12.3) answers all rules, a part at a time. */
async function findByUid(grafana: GrafanaPort, uid: string): Promise<AlertRule | null> {
  let after: string | undefined;
  do {
    const { rules, next } = valueOrThrow(await grafana.findRules({ uid, after }));
    const [found] = rules;
    if (found) {
      return found;
    }
    after = next;
  } while (after !== undefined);
  return null;
}
