import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Routed } from '../connection/route-alerts/effect';
import type { PolicyTree, RuleRouting } from '../connection/route-alerts/types';
import { valueOrThrow, type QueryFailure } from '../ui/data/queryFailure';
import { useServices } from '../ui/data/services';
import { ALL_ALERTING_KEY, useAllAlerts, useAllRules } from '../ui/reading/useAllAlerting';
import { ROUTING_KEY } from '../ui/reading/useRouting';

const KEY = 'route-alerts';

/** The notification policies as they are stored. */
export function useTree() {
  const { grafana } = useServices();
  return useQuery<PolicyTree, QueryFailure>({
    queryKey: [KEY, 'tree'],
    queryFn: async () => valueOrThrow(await grafana.readTree()),
    // Compared with what a plan was made from, down to its fields.
    structuralSharing: false,
  });
}

/** All rules and the alerts that are there now: what a change is counted over. */
export function useRouted() {
  const rules = useAllRules();
  const alerts = useAllAlerts();
  const data = useMemo<Routed | undefined>(
    () => rules.data && alerts.data && { rules: rules.data, alerts: alerts.data },
    [rules.data, alerts.data]
  );
  return {
    data,
    error: rules.error ?? alerts.error,
    isFetching: rules.isFetching || alerts.isFetching,
    refetch: () => Promise.all([rules.refetch(), alerts.refetch()]),
  };
}

/** One rule's own routing; '' is none. */
export function useRuleRouting(uid: string) {
  const { grafana } = useServices();
  return useQuery<RuleRouting, QueryFailure>({
    queryKey: [KEY, 'rule', uid],
    queryFn: async () => valueOrThrow(await grafana.readRuleRouting(uid)),
    enabled: uid !== '',
    structuralSharing: false,
  });
}

/** Reads everything once more that a change of routing shows in. */
export function useReadRoutingAgain(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    const keys = [[KEY], ROUTING_KEY, ALL_ALERTING_KEY];
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
  };
}
