import { useQuery } from '@tanstack/react-query';
import type { AlertRule, NotificationPolicy, RuleAlerts } from '../connection/coverage/types';
import { valueOrThrow, type QueryFailure } from '../ui/data/queryFailure';
import { useServices } from '../ui/data/services';

/** What decides which way notifications of a rule take: its alerts and the notification policies. */
export function useRouting(rule: AlertRule) {
  const { grafana } = useServices();
  const policies = useQuery<NotificationPolicy, QueryFailure>({
    queryKey: ['cadence-policies'],
    queryFn: async () => valueOrThrow(await grafana.readPolicies()),
  });
  const alerts = useQuery<RuleAlerts, QueryFailure>({
    queryKey: ['cadence-alerts', rule.uid],
    queryFn: async () => valueOrThrow(await grafana.readAlerts(rule)),
  });
  const failed = [policies, alerts].filter(({ error }) => error);
  return {
    policies: policies.data,
    alerts: alerts.data,
    error: (policies.error ?? alerts.error)?.error,
    isReading: policies.isFetching || alerts.isFetching,
    retry: () => failed.forEach(({ refetch }) => void refetch()),
  };
}
