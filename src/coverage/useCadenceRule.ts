import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AlertRule } from '../connection/coverage/types';
import type { GrafanaPort } from '../connection/port/grafanaPort';
import { valueOrThrow, type QueryFailure } from '../ui/data/queryFailure';
import { useServices } from '../ui/data/services';

const keyOf = (uid: string) => ['cadence-rule', uid];

/** The rule with this uid: the one that was chosen in the list, or that a link led to. '' is none. */
export function useCadenceRule(uid: string) {
  const { grafana } = useServices();
  const client = useQueryClient();
  const query = useQuery<AlertRule | null, QueryFailure>({
    queryKey: keyOf(uid),
    queryFn: () => findByUid(grafana, uid),
    enabled: uid !== '',
    staleTime: 60_000,
  });
  return {
    rule: query.data ?? undefined,
    isGone: query.data === null,
    error: query.error?.error,
    isReading: query.isFetching,
    retry: () => void query.refetch(),
    /** Saves asking again for a rule that the list holds already. */
    remember: (rule: AlertRule) => client.setQueryData(keyOf(rule.uid), rule),
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
