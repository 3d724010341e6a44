import type { Overview, OverviewRow } from './overview';
import type { HealthReason, HealthState, Pages } from './types';

/** What all heartbeats and routes together come to. */
export interface Verdict {
  kind: 'good' | 'warning' | 'bad' | 'unknown' | 'empty';
  code:
    | 'allWell'
    | 'down'
    | 'misconfigured'
    | 'late'
    | 'notRouted'
    | 'unknown'
    | 'noHeartbeat'
    | 'paused'
    | 'new'
    /** Grafana cannot be read. */
    | 'notRead'
    | 'nothingConnected';
  /** The connections that it is about, worst first; all of them where all is well. */
  affected: readonly OverviewRow[];
  /** How many connections there are. */
  total: number;
  /** How many of them have a heartbeat. */
  heartbeats: number;
  /** How many heartbeats arrive. */
  arriving: number;
  /** Since when, epoch milliseconds of the server's clock; of several the earliest. Undefined when not known. */
  since: number | undefined;
  /** When IRM pages first of all that are affected. */
  pages: Pages | undefined;
  /** Alerts cannot leave either, by what stops the heartbeats. */
  stopsAlerts: boolean;
  /** Of how many connections it is not known whether alerts are routed to them. */
  routingUnknown: number;
  silentDefault: string | undefined;
}

interface Judged {
  kind: Verdict['kind'];
  code: Verdict['code'];
  isMeant(row: OverviewRow): boolean;
}

const inState =
  (state: HealthState) =>
  ({ health }: OverviewRow): boolean =>
    health.state === state;

/** The first that any connection meets is the verdict. */
const WORST_FIRST: readonly Judged[] = [
  { kind: 'bad', code: 'down', isMeant: inState('down') },
  { kind: 'bad', code: 'misconfigured', isMeant: inState('misconfigured') },
  { kind: 'warning', code: 'late', isMeant: inState('late') },
  { kind: 'warning', code: 'notRouted', isMeant: ({ routing }) => routing.kind === 'notRouted' },
  { kind: 'unknown', code: 'unknown', isMeant: inState('unknown') },
  { kind: 'warning', code: 'noHeartbeat', isMeant: inState('none') },
  { kind: 'warning', code: 'paused', isMeant: inState('paused') },
  { kind: 'unknown', code: 'new', isMeant: inState('new') },
];

const ALL_WELL: Judged = { kind: 'good', code: 'allWell', isMeant: () => true };

/**
 * Are our alerts still getting out? One answer for all connections; undefined before anything is known. `hasFailed`:
 * Grafana did not answer the last time that it was asked.
 */
export function verdictOf({
  overview,
  hasFailed,
}: {
  overview: Overview | undefined;
  hasFailed: boolean;
}): Verdict | undefined {
  if (!overview) {
    return hasFailed ? { ...NOTHING, kind: 'unknown', code: 'notRead' } : undefined;
  }
  const { rows, unreadSince, silentDefault } = overview;
  const common = {
    total: rows.length,
    heartbeats: rows.length - overview.counts.none,
    arriving: overview.counts.up,
    stopsAlerts: false,
    routingUnknown: rows.filter(({ routing }) => routing.kind === 'unknown').length,
    silentDefault,
  };
  if (unreadSince !== undefined) {
    const since = unreadSince;
    return { ...common, kind: 'unknown', code: 'notRead', affected: rows, since, pages: firstPages(rows) };
  }
  if (rows.length === 0) {
    return { ...NOTHING, silentDefault };
  }
  const judged = WORST_FIRST.find(({ isMeant }) => rows.some(isMeant)) ?? ALL_WELL;
  const { kind, code } = judged;
  const affected = rows.filter(judged.isMeant);
  return {
    ...common,
    kind,
    code,
    affected,
    since: earliest(affected.map(sinceOf(code))),
    pages: code === 'down' || code === 'late' ? firstPages(affected) : undefined,
    stopsAlerts: affected.some(({ health }) => STOPS_ALERTS.includes(health.reason.code)),
  };
}

const NOTHING: Verdict = {
  kind: 'empty',
  code: 'nothingConnected',
  affected: [],
  total: 0,
  heartbeats: 0,
  arriving: 0,
  since: undefined,
  pages: undefined,
  stopsAlerts: false,
  routingUnknown: 0,
  silentDefault: undefined,
};

/** What stops heartbeats and alerts alike, because both take the same way. */
const STOPS_ALERTS: ReadonlyArray<HealthReason['code']> = ['deliveryFails', 'externalAlertmanager', 'irmMisses'];

/** A heartbeat that is down is silent since the last one that arrived. */
const sinceOf =
  (code: Verdict['code']) =>
  ({ health }: OverviewRow): number | undefined =>
    code === 'down' ? (health.lastBeat ?? health.since) : code === 'late' ? health.since : undefined;

const earliest = (times: ReadonlyArray<number | undefined>): number | undefined => {
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
};

function firstPages(rows: readonly OverviewRow[]): Pages | undefined {
  const known = rows.flatMap(({ health }) => health.pages ?? []);
  return known.reduce<Pages | undefined>((first, one) => (first && first.from <= one.from ? first : one), undefined);
}
