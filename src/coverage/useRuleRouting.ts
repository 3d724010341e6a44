import { useQuery } from '@tanstack/react-query';
import type { AlertRule, RuleAlerts } from '../connection/policies/types';
import { valueOrThrow, type QueryFailure } from '../ui/data/queryFailure';
import { useServices } from '../ui/data/services';
import { isAwaited } from '../ui/data/isAwaited';
import { ALL_ALERTING_KEY, useOtherTrees, usePolicies } from '../ui/reading/useAllAlerting';

/** What decides which way notifications of a rule take: its alerts and the notification policies. */
export function useRuleRouting(rule: AlertRule) {
  const { grafana } = useServices();
  const policies = usePolicies();
  const trees = useOtherTrees(rule.policyTree !== undefined);
  const alerts = useQuery<RuleAlerts, QueryFailure>({
    queryKey: [...ALL_ALERTING_KEY, 'alerts-of-rule', rule.uid],
    queryFn: async () => valueOrThrow(await grafana.readAlerts(rule)),
  });
  const failed = [policies, alerts].filter(({ error }) => error);
  return {
    policies: rule.policyTree === undefined ? policies.data : trees.data?.get(rule.policyTree),
    /** Whether the rule names a tree that could not be read, or is not there. */
    isTreeHidden: rule.policyTree !== undefined && !isAwaited(trees) && !trees.data?.has(rule.policyTree),
    alerts: alerts.data,
    error: ((rule.policyTree === undefined ? policies.error : null) ?? alerts.error)?.error,
    isReading: policies.isFetching || alerts.isFetching,
    retry: () => failed.forEach(({ refetch }) => void refetch()),
  };
}
