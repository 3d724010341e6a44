import { groupedBy } from '../grouped';
import type { DeliveryStatus, IntegrationStatus } from '../port/grafanaPort';
import type { Integration } from '../model';
import type { Connection } from '../ownership/connections';
import { isRotated } from '../ownership/rules';
import { rulesTo, type GrafanaReading } from '../reading/reading';

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

/** Last delivery of a connection's beats on this replica; undefined when the running Alertmanager lacks the contact point. */
export function beatDelivery(connection: Connection, { deliveries }: Statuses): IntegrationStatus | undefined {
  const newest = newestDelivery(connection.heartbeatContactPoint, deliveries);
  return newest && deliveryAfter(newest, beatsFrom(connection));
}

/**
 * Last delivery of a connection's alerts on this replica. It may be weeks old: alerts are rare. Undefined also where a
 * heartbeat is sent that way, whose deliveries say nothing of alerts.
 */
export function alertDelivery({ alertContactPoint }: Connection, reading: Statuses & Rules) {
  const sendsBeats = alertContactPoint && rulesTo(alertContactPoint.name, reading).length > 0;
  return sendsBeats ? undefined : newestDelivery(alertContactPoint, reading.deliveries);
}

/**
 * Statuses name contact points and types, not integrations: of several of one type under one name the newest speaks for
 * all, and an e-mail beside a webhook does not speak for it.
 */
function newestDelivery(
  integration: Integration | undefined,
  deliveries: Statuses['deliveries']
): IntegrationStatus | undefined {
  if (!integration) {
    return undefined;
  }
  return byName(deliveries, integration.name)
    .flatMap((receiver) => receiver.integrations)
    .filter(({ type }) => type === integration.type)
    .reduce<IntegrationStatus | undefined>(
      (newest, one) => (newest && (newest.lastAttempt ?? 0) >= (one.lastAttempt ?? 0) ? newest : one),
      undefined
    );
}
