import { useQuery } from '@tanstack/react-query';
import type { AlertRule, NotificationPolicy } from '../../connection/policies/types';
import { TEST_LABEL } from '../../connection/desired/objects';
import { findAllRules } from '../../connection/port/findAllRules';
import type { GrafanaPort, TimeInterval } from '../../connection/port/grafanaPort';
import { valueOrThrow, type QueryFailure } from '../data/queryFailure';
import { useServices } from '../data/services';

/** Begins the key of all that is read of the organisation's rules, alerts and policies, so that one change renews it. */
export const ALL_ALERTING_KEY = ['all-alerting'];

export const ALL_RULES_KEY = [...ALL_ALERTING_KEY, 'rules'];

/** Policies of others change seldom; milliseconds. */
const POLICIES_FRESH_MS = 30_000;

/** Rules of others change seldom, and all of them are a lot to read; milliseconds. */
const RULES_FRESH_MS = 60_000;

/** The default notification policy with all below it. */
export function usePolicies() {
  const { grafana } = useServices();
  return useQuery<NotificationPolicy, QueryFailure>({
    queryKey: [...ALL_ALERTING_KEY, 'policies'],
    queryFn: async () => valueOrThrow(await grafana.readPolicies()),
    staleTime: POLICIES_FRESH_MS,
  });
}

/** Trees that rules name instead of the default one; asked for only where a rule does. */
export function useOtherTrees(isWanted: boolean) {
  const { grafana } = useServices();
  return useQuery<ReadonlyMap<string, NotificationPolicy>, QueryFailure>({
    queryKey: [...ALL_ALERTING_KEY, 'other-trees'],
    queryFn: async () => valueOrThrow(await grafana.readOtherTrees()),
    enabled: isWanted,
    staleTime: POLICIES_FRESH_MS,
    retry: false,
    structuralSharing: false,
  });
}

/** Time intervals of mute and active timings; asked for only where one is named. */
export function useTimeIntervals(isWanted: boolean) {
  const { grafana } = useServices();
  return useQuery<TimeInterval[], QueryFailure>({
    queryKey: [...ALL_ALERTING_KEY, 'time-intervals'],
    queryFn: async () => valueOrThrow(await grafana.listTimeIntervals()),
    enabled: isWanted,
    staleTime: POLICIES_FRESH_MS,
    retry: false,
  });
}

/** All alert rules of the organisation; `tell` hears how many were read so far. */
export function useAllRules(tell?: (count: number) => void) {
  const { grafana } = useServices();
  return useQuery<AlertRule[], QueryFailure>({
    queryKey: ALL_RULES_KEY,
    queryFn: async () => valueOrThrow(await findAllRules(grafana, { isForAll: true }, tell)),
    staleTime: RULES_FRESH_MS,
    structuralSharing: false,
  });
}

/** All alerts that are there now, of every rule but those that fire a test for a moment. */
export function useAllAlerts() {
  const { grafana } = useServices();
  return useQuery<Alerts, QueryFailure>({
    queryKey: [...ALL_ALERTING_KEY, 'alerts'],
    queryFn: async () =>
      valueOrThrow(await grafana.listAlerts()).filter(({ labels }) => labels[TEST_LABEL] === undefined),
    staleTime: RULES_FRESH_MS,
    retry: false,
    structuralSharing: false,
  });
}

type Alerts = Extract<Awaited<ReturnType<GrafanaPort['listAlerts']>>, { ok: true }>['value'];
