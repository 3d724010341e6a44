import { isGuest, isMarked } from '../ownership/rules';
import { connectionsOf, type Connection } from '../ownership/connections';
import type { HeartbeatRule } from '../model';
import { nameOf } from '../ownership/nameOf';
import type { IntegrationStatus } from '../port/grafanaPort';
import { sharedWith } from '../reading/sharedWith';
import { alertRoutingOf, silentDefaultOf, type AlertRouting } from '../routing/alertRouting';
import { alertDelivery } from './deliveries';
import { healthOf, isOutdated } from './healthOf';
import type { Health, HealthInput, HealthState, IrmSide } from './types';

export interface OverviewRow {
  connection: Connection;
  health: Health;
  /** Whether alerts are sent to it, the other half beside its heartbeat. */
  routing: AlertRouting;
  /** Last delivery of alerts on this replica; undefined when there is no such contact point in its Alertmanager. */
  alertDelivery: IntegrationStatus | undefined;
  /** Deliveries could not be read this time, which says nothing of them. */
  isDeliveryUnread: boolean;
  /** Found by its endpoint only: nobody made it with the plugin or adopted it yet. */
  isAdoptable: boolean;
}

export interface Overview {
  /** Worst first. */
  rows: OverviewRow[];
  /** How many connections are in each state, every state named. */
  counts: Readonly<Record<HealthState, number>>;
  /** The worst state, `undefined` without connections. */
  worst: HealthState | undefined;
  /** Heartbeat rules of the plugin whose contact points are all gone, so that no connection can be told from them. */
  orphanedRules: HeartbeatRule[];
  /** When Grafana was read, epoch milliseconds of its clock, where that is too long ago to tell a state. */
  unreadSince: number | undefined;
  /** The default policy's contact point, where it has no integration: alerts that no other policy takes go nowhere. */
  silentDefault: string | undefined;
}

/** Worst first. `unknown` stands before what somebody chose, because something may be wrong there. */
const WORST_FIRST: readonly HealthState[] = ['down', 'misconfigured', 'late', 'unknown', 'paused', 'new', 'none', 'up'];

interface OverviewInput extends Omit<HealthInput, 'connection' | 'irmSide'> {
  /** What IRM tells of its side, by the ids of connections, where it was asked. */
  irmSides?: ReadonlyMap<string, IrmSide>;
}

/**
 * Health of every connection, worst first: by state, then by how long a beat is overdue, then whether alerts are routed, then
 * by name. A row that says the same as the one before is that one.
 */
export function overviewOf({ irmSides, ...input }: OverviewInput): Overview {
  const { reading } = input;
  const connections = connectionsOf(reading);
  const rows = connections
    .map((connection) =>
      asBefore({
        connection,
        health: healthOf({ ...input, connection, irmSide: irmSides?.get(connection.id) }),
        routing: alertRoutingOf(connection, input.receiverUses, reading),
        alertDelivery: alertDelivery(connection, reading),
        isDeliveryUnread: reading.problems.deliveries !== undefined,
        isAdoptable: !connection.isOurs,
      })
    )
    .sort(compare);
  const counts: Record<HealthState, number> = {
    new: 0,
    up: 0,
    late: 0,
    down: 0,
    paused: 0,
    misconfigured: 0,
    unknown: 0,
    none: 0,
  };
  for (const { health } of rows) {
    counts[health.state] += 1;
  }
  return {
    rows,
    counts,
    worst: rows[0]?.health.state,
    orphanedRules: orphans(connections, reading.rules),
    unreadSince: isOutdated(input) ? reading.serverTime : undefined,
    silentDefault: silentDefaultOf(input.receiverUses),
  };
}

const rowsBefore = new WeakMap<Connection, OverviewRow>();

/** The same row as before, where it says the same, so that only what has changed is drawn again. */
function asBefore(row: OverviewRow): OverviewRow {
  const shared = sharedWith(rowsBefore.get(row.connection), row);
  rowsBefore.set(row.connection, shared);
  return shared;
}

/** Made once: `localeCompare` makes one anew each time. */
const byName = new Intl.Collator();

function compare(a: OverviewRow, b: OverviewRow): number {
  return (
    WORST_FIRST.indexOf(a.health.state) - WORST_FIRST.indexOf(b.health.state) ||
    (b.health.overdueBy ?? 0) - (a.health.overdueBy ?? 0) ||
    Number(b.routing.kind === 'notRouted') - Number(a.routing.kind === 'notRouted') ||
    byName.compare(nameOf(a.connection), nameOf(b.connection)) ||
    (a.connection.id < b.connection.id ? -1 : 1)
  );
}

function orphans(connections: readonly Connection[], rules: readonly HeartbeatRule[]): HeartbeatRule[] {
  const owned = new Set(connections.flatMap(({ rule, otherRules }) => [rule, ...otherRules]));
  return rules.filter((rule) => isMarked(rule) && !owned.has(rule) && !isGuest(rule, rules));
}
