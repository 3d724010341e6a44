import type { Connection } from '../observed/connections';
import type { IntegrationStatus } from '../statusPort';
import type { StatusSnapshot } from './snapshot';

type Statuses = Pick<StatusSnapshot, 'deliveries'>;

/** Last delivery of a connection's beats on this replica; undefined when the running Alertmanager lacks the contact point. */
export const beatDelivery = ({ heartbeatContactPoint }: Connection, { deliveries }: Statuses) =>
  newestWebhook(heartbeatContactPoint?.name, deliveries);

/** Last delivery of a connection's alerts on this replica. It may be weeks old: alerts are rare. */
export const alertDelivery = ({ alertContactPoint }: Connection, { deliveries }: Statuses) =>
  newestWebhook(alertContactPoint?.name, deliveries);

/** Statuses name contact points, not integrations: of several webhooks under one name the newest speaks for all. */
function newestWebhook(name: string | undefined, deliveries: Statuses['deliveries']): IntegrationStatus | undefined {
  return deliveries
    .filter((receiver) => receiver.name === name)
    .flatMap((receiver) => receiver.integrations)
    .filter(({ type }) => type === 'webhook')
    .reduce<IntegrationStatus | undefined>(
      (newest, one) => (newest && (newest.lastAttempt ?? 0) >= (one.lastAttempt ?? 0) ? newest : one),
      undefined
    );
}
