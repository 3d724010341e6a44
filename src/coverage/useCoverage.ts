import { useMemo, useState } from 'react';
import { coverageOf, type RuleCoverage } from '../connection/coverage/coverageOf';
import type { AlertRule } from '../connection/policies/types';
import { groupOf, type CoverageGroup } from '../connection/coverage/summary';
import { isAwaited } from '../ui/data/isAwaited';
import { useAlertmanagersReading } from '../ui/reading/useAlertmanagers';
import { useAllAlerts, useAllRules } from '../ui/reading/useAllAlerting';
import type { AwaitedCoverage } from './awaitedText';
import { useCoverageRouting } from './useCoverageRouting';

const WORST_FIRST: readonly CoverageGroup[] = ['nobody', 'depends', 'elsewhere', 'irm', 'paused', 'heartbeat'];

const NONE: readonly AlertRule[] = [];

/** All alert rules of the organisation, each with whom its alerts reach; see `docs/coverage.md` for what is asked. */
export function useCoverage() {
  const [readSoFar, setReadSoFar] = useState(0);
  const rules = useAllRules(setReadSoFar);
  const alerts = useAllAlerts();
  // Where others deliver, no rule reaches anybody that is known here, and none is said to before that is known.
  const alertmanagers = useAlertmanagersReading(true);
  const { routing, ...shared } = useCoverageRouting(rules.data ?? NONE);
  const coverages = useMemo(
    () =>
      routing && rules.data && !alertmanagers.isAwaited
        ? sorted(rules.data.map((rule) => coverageOf(rule, routing)))
        : undefined,
    [routing, rules.data, alertmanagers.isAwaited]
  );
  const awaited: AwaitedCoverage[] = [
    ...(isAwaited(rules) ? (['allRules'] as const) : []),
    ...(alertmanagers.isAwaited ? (['alertmanagers'] as const) : []),
    ...shared.awaited,
  ];
  return {
    coverages,
    /** What was asked for and has not come. */
    awaited,
    connections: shared.connections,
    deliveries: shared.deliveries,
    /** What fires now; undefined where it cannot be read, which only leaves out where these go. */
    alerts: alerts.data,
    /** How many rules were read so far, while more are to come. */
    readSoFar,
    error: rules.error?.error ?? shared.error,
    isRetrying: (rules.isError && rules.isFetching) || shared.isRetrying,
    retry: () => {
      if (rules.error) {
        void rules.refetch();
      }
      shared.retry();
    },
  };
}

/** Worst first, and by name. */
function sorted(coverages: readonly RuleCoverage[]): RuleCoverage[] {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return coverages
    .map((coverage) => ({ coverage, rank: WORST_FIRST.indexOf(groupOf(coverage)) }))
    .sort((a, b) => a.rank - b.rank || compare(a.coverage.rule.title, b.coverage.rule.title))
    .map(({ coverage }) => coverage);
}
