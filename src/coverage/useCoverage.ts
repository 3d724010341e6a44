import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { coverageOf, type RuleCoverage } from '../connection/coverage/coverageOf';
import { groupOf, type CoverageGroup } from '../connection/coverage/summary';
import type { AlertRule } from '../connection/coverage/types';
import { findAllRules } from '../connection/port/findAllRules';
import type { AlertState } from '../connection/port/grafanaPort';
import { valueOrThrow, type QueryFailure } from '../ui/data/queryFailure';
import { useServices } from '../ui/data/services';
import { ALL_RULES_KEY } from './useAlertRule';
import { useCoverageRouting } from './useCoverageRouting';

/** Rules of others change seldom, and all of them are a lot to read; milliseconds. */
const FRESH_MS = 60_000;

const WORST_FIRST: readonly CoverageGroup[] = ['nobody', 'depends', 'elsewhere', 'irm', 'paused', 'heartbeat'];

/** All alert rules of the organisation, each with whom its alerts reach; see `docs/coverage.md` for what is asked. */
export function useCoverage() {
  const { grafana } = useServices();
  const [readSoFar, setReadSoFar] = useState(0);
  const rules = useQuery<AlertRule[], QueryFailure>({
    queryKey: ALL_RULES_KEY,
    queryFn: async () => valueOrThrow(await findAllRules(grafana, { isForAll: true }, setReadSoFar)),
    staleTime: FRESH_MS,
    structuralSharing: false,
  });
  const alerts = useQuery<AlertState[], QueryFailure>({
    queryKey: ['all-alerts'],
    queryFn: async () => valueOrThrow(await grafana.listAlerts()),
    staleTime: FRESH_MS,
    retry: false,
    structuralSharing: false,
  });
  const namesTrees = rules.data?.some(({ policyTree }) => policyTree !== undefined) ?? false;
  const { routing, ...shared } = useCoverageRouting({ namesTrees });
  const coverages = useMemo(
    () => (routing && rules.data ? sorted(rules.data.map((rule) => coverageOf(rule, routing))) : undefined),
    [routing, rules.data]
  );
  return {
    coverages,
    connections: shared.connections,
    deliveries: shared.deliveries,
    /** What fires now; undefined where it cannot be read, which only leaves out where these go. */
    alerts: alerts.data,
    /** How many rules were read so far, while more are to come. */
    readSoFar,
    error: rules.error?.error ?? shared.error,
    isReading: rules.isFetching || shared.isReading,
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
