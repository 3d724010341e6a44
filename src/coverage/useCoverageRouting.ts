import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { compileRouting } from '../connection/coverage/coverageOf';
import type { AlertRule, NotificationPolicy } from '../connection/policies/types';
import { receiversOf } from '../connection/routing/receiversOf';
import { connectionsOf } from '../connection/ownership/connections';
import type { ReceiverInUse } from '../connection/port/grafanaPort';
import { isAwaited } from '../ui/data/isAwaited';
import type { AwaitedCoverage } from './awaitedText';
import { valueOrThrow, type QueryFailure } from '../ui/data/queryFailure';
import { useServices } from '../ui/data/services';
import { useFirstReading } from '../ui/reading/firstReading';
import { useReading } from '../ui/reading/useReading';
import { useOtherTrees, usePolicies } from '../ui/reading/useAllAlerting';
import { useOpenness } from '../ui/reading/useOpenness';

/** Contact points of others change seldom; milliseconds. */
const FRESH_MS = 60_000;

/** What decides whom these rules reach: policies, contact points, and time intervals where any is named. */
export function useCoverageRouting(rules: readonly AlertRule[]) {
  const { grafana } = useServices();
  const shared = useReading();
  const first = useFirstReading();
  const policies = usePolicies();
  const trees = useOtherTrees(rules.some(({ policyTree }) => policyTree !== undefined));
  // Without this list only contact points without integrations are unknown.
  const listed = useQuery<ReceiverInUse[], QueryFailure>({
    queryKey: ['listed-contact-points'],
    queryFn: async () => valueOrThrow(await grafana.listReceiverUses()),
    staleTime: FRESH_MS,
    retry: false,
  });
  const reading = shared.data?.reading;
  const { integrations, rules: heartbeats } = reading ?? {};
  const allPolicies = useMemo<NotificationPolicy[]>(
    () => [...(policies.data ? [policies.data] : []), ...(trees.data?.values() ?? [])],
    [policies.data, trees.data]
  );
  const openness = useOpenness(rules, allPolicies, reading?.serverTime);
  const areAwaited = isAwaited(trees) || isAwaited(listed);
  const routing = useMemo(
    () =>
      policies.data && reading && openness && !areAwaited
        ? compileRouting(policies.data, receiversOf(reading, listed.data), trees.data, openness)
        : undefined,
    // A refresh that found the same keeps integrations and heartbeats (`sharedWith`).
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the rest of a reading does not matter here
    [policies.data, integrations, heartbeats, listed.data, trees.data, openness, areAwaited]
  );
  const connections = useMemo(
    () => new Map(reading ? connectionsOf(reading).map((connection) => [connection.id, connection]) : []),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- as above
    [integrations, heartbeats]
  );
  const awaited: AwaitedCoverage[] = [
    ...(isAwaited(policies) || isAwaited(trees) ? (['policies'] as const) : []),
    ...(isAwaited(listed) ? (['contactPoints'] as const) : []),
    ...(reading && !openness ? (['timeIntervals'] as const) : []),
    ...(reading ? [] : first.awaited),
  ];
  return {
    routing,
    /** What was asked for and has not come. */
    awaited,
    /** Each connection by its id. */
    connections,
    deliveries: reading?.deliveries,
    error: policies.error?.error ?? (reading ? undefined : shared.error),
    /** What failed is under way again; the rest need not have come. */
    isRetrying: (policies.isError && policies.isFetching) || (shared.error !== undefined && shared.isRefreshing),
    retry: () => {
      if (policies.error) {
        void policies.refetch();
      }
      if (!reading && shared.error) {
        void shared.refresh();
      }
    },
  };
}
