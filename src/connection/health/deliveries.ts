import { groupedBy } from '../grouped';
import type { DeliveryStatus, IntegrationStatus } from '../port/grafanaPort';
import type { Integration } from '../model';
import type { Connection } from '../ownership/connections';
import { isRotated } from '../ownership/rules';
import { rulesTo, type GrafanaReading } from '../reading/reading';

type Statuses = Pick<GrafanaReading, 'deliveries'>;
type Rules = Pick<GrafanaReading, 'rules'>;

const byName = groupedBy<DeliveryStatus>(({ name }) => name);

/**
 * Last delivery of a connection's beats on this replica; undefined when the running Alertmanager lacks the contact point.
 * A beat that left before the endpoint was replaced went to the old one, so it counts as none.
 */
export function beatDelivery(connection: Connection, { deliveries }: Statuses): IntegrationStatus | undefined {
  const { id, rule, heartbeatContactPoint } = connection;
  const newest = newestDelivery(heartbeatContactPoint, deliveries);
  const replacedAt = rule && isRotated(rule, id) ? rule.updatedAt : undefined;
  const isToOldOne = replacedAt !== undefined && newest?.lastAttempt !== undefined && newest.lastAttempt < replacedAt;
  return newest && isToOldOne ? { ...newest, lastAttempt: undefined, lastError: undefined, cause: undefined } : newest;
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
