import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { contactPointNames, type GrafanaReading } from '../connection/reading/reading';
import type { AlertRule } from '../connection/policies/types';
import type { Routed } from '../connection/route-alerts/effect';
import type { PolicyTree, RuleRouting } from '../connection/route-alerts/types';
import { unknownReceivers } from '../connection/route-alerts/unknownReceivers';
import { isAwaited } from '../ui/data/isAwaited';
import { valueOrThrow, type QueryFailure } from '../ui/data/queryFailure';
import { useServices } from '../ui/data/services';
import { ALL_ALERTING_KEY, useAllAlerts, useAllRules } from '../ui/reading/useAllAlerting';
import { useOpenness } from '../ui/reading/useOpenness';
import { noteTurn, REFRESH_MS } from '../ui/reading/pace';
import { READING_KEY } from '../ui/reading/useRefresh';
import { ROUTING_KEY } from '../ui/reading/useRouting';

const KEY = 'route-alerts';
const TREE_KEY = [KEY, 'tree'];

/**
 * The notification policies as they are stored, once they and the reading are of the same time: contact points are
 * renamed elsewhere, and a plan that looks for the old name finds nothing to change.
 */
export function useTree(reading: GrafanaReading) {
  const { grafana } = useServices();
  const { data, error, isFetching, refetch } = useQuery<PolicyTree, QueryFailure>({
    queryKey: TREE_KEY,
    queryFn: async () => valueOrThrow(await grafana.readTree()),
    // Compared with what a plan was made from, down to its fields.
    structuralSharing: false,
  });
  const unknown = useMemo(
    () => (data ? unknownReceivers(data.root, contactPointNames(reading)).join('\n') : ''),
    [data, reading]
  );
  const isSameTime = useReadTogether(unknown);
  return { data: isSameTime ? data : undefined, error, isFetching: isFetching || !isSameTime, refetch };
}

/**
 * Reads policies and contact points once more for names that only the policies know. What is unknown even then is
 * hidden from this person, or has no integration.
 *
 * @returns whether both are of the same time, as far as can be told
 */
function useReadTogether(unknown: string): boolean {
  const client = useQueryClient();
  const { isSuccess } = useQuery({
    queryKey: [KEY, 'together', unknown],
    queryFn: async () => {
      // Contact points that are kept over several readings are listed anew.
      noteTurn(client);
      const keys = [READING_KEY, TREE_KEY];
      await Promise.all(keys.map((queryKey) => client.refetchQueries({ queryKey }, { throwOnError: true })));
      return null;
    },
    enabled: unknown !== '',
    staleTime: Infinity,
    // Both readings show their errors themselves.
    refetchInterval: ({ state }) => (state.status === 'error' ? REFRESH_MS : false),
  });
  return unknown === '' || isSuccess;
}

const NONE: readonly AlertRule[] = [];

/** All rules and the alerts that are there now, and when any of them leave: what a change is counted over. */
export function useRouted({ serverTime }: GrafanaReading, tree: PolicyTree | undefined) {
  const rules = useAllRules();
  const alerts = useAllAlerts();
  const policies = useMemo(() => (tree ? [tree.root] : []), [tree]);
  const openness = useOpenness(rules.data ?? NONE, policies, serverTime);
  const data = useMemo<Routed | undefined>(
    () => rules.data && alerts.data && openness && { rules: rules.data, alerts: alerts.data, openness },
    [rules.data, alerts.data, openness]
  );
  return {
    rules: rules.data,
    /** Undefined until the rules were read or refused. */
    openness: isAwaited(rules) ? undefined : openness,
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
