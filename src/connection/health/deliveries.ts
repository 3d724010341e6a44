import { groupedBy } from '../grouped';
import type { DeliveryStatus, IntegrationStatus } from '../port/grafanaPort';
import type { Integration } from '../model';
import type { Connection } from '../ownership/connections';
import { heartbeatsTo, isRotated } from '../ownership/rules';
import type { GrafanaReading } from '../reading/reading';

type Statuses = Pick<GrafanaReading, 'deliveries'>;
type Rules = Pick<GrafanaReading, 'rules'>;

const byName = groupedBy<DeliveryStatus>(({ name }) => name);

const NO_ATTEMPT = { lastAttempt: undefined, lastError: undefined, cause: undefined };

/** An attempt, unless it was made before this moment; epoch milliseconds. */
export const attemptAfter = (attempt: number | undefined, from: number | undefined): number | undefined =>
  attempt !== undefined && from !== undefined && attempt < from ? undefined : attempt;

/** A delivery status without an attempt that was made before this moment. */
export const deliveryAfter = (status: IntegrationStatus, from: number | undefined): IntegrationStatus =>
  attemptAfter(status.lastAttempt, from) === undefined ? { ...status, ...NO_ATTEMPT } : status;

/**
 * A beat that left before was none of this connection, epoch milliseconds; undefined where that is not known. Before the
 * endpoint was replaced it went to the old one. Before the rule was made, which its first version tells, it came from
 * one that was removed: Grafana keeps deliveries by the name of the contact point.
 */
export const beatsFrom = ({ id, rule }: Connection): number | undefined =>
  rule && (rule.version === 1 || isRotated(rule, id)) ? rule.updatedAt : undefined;

/**
 * Last delivery of a connection's beats on this replica; undefined when the running Alertmanager lacks the contact point.
 * Without an attempt where it cannot be told apart from those of others (`isUntold`).
 */
export function beatDelivery(connection: Connection, { deliveries }: Statuses): IntegrationStatus | undefined {
  const statuses = statusesOf(connection.heartbeatContactPoint, deliveries);
  const newest = newestOf(statuses);
  const told = newest && isMixed(statuses) ? { ...newest, ...NO_ATTEMPT } : newest;
  return told && deliveryAfter(told, beatsFrom(connection));
}

/** Whether beats and messages to others go out under one name, and only some of them arrive. */
export const isUntold = ({ heartbeatContactPoint }: Connection, { deliveries }: Statuses): boolean =>
  isMixed(statusesOf(heartbeatContactPoint, deliveries));

/**
 * Last delivery of a connection's alerts on this replica, a failed one before any other under the same name. It may be
 * weeks old: alerts are rare. Undefined also where a heartbeat is sent that way, whose deliveries say nothing of alerts.
 */
export function alertDelivery({ alertContactPoint }: Connection, reading: Statuses & Rules) {
  const sendsBeats = alertContactPoint && heartbeatsTo(alertContactPoint.name, reading).length > 0;
  const statuses = sendsBeats ? [] : statusesOf(alertContactPoint, reading.deliveries);
  return newestOf(statuses.filter(hasFailed)) ?? newestOf(statuses);
}

/**
 * Statuses name contact points and types, not integrations: of several of one type under one name nobody tells which is
 * whose. An e-mail beside a webhook does not speak for it.
 */
const statusesOf = (integration: Integration | undefined, deliveries: Statuses['deliveries']): IntegrationStatus[] =>
  integration === undefined
    ? []
    : byName(deliveries, integration.name)
        .flatMap((receiver) => receiver.integrations)
        .filter(({ type }) => type === integration.type);

const hasFailed = ({ lastError }: IntegrationStatus) => lastError !== undefined;

const isMixed = (statuses: readonly IntegrationStatus[]): boolean =>
  statuses.some(hasFailed) && statuses.some((one) => one.lastAttempt !== undefined && !hasFailed(one));

const newestOf = (statuses: readonly IntegrationStatus[]): IntegrationStatus | undefined =>
  statuses.reduce<IntegrationStatus | undefined>(
    (newest, one) => (newest && (newest.lastAttempt ?? 0) >= (one.lastAttempt ?? 0) ? newest : one),
    undefined
  );
