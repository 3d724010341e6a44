import { receiverUid } from '../connection/plan/granted';
import type { GrafanaError } from '../connection/port/grafanaPort';
import type { Integration } from '../connection/model';
import { failure, success, type Result } from '../connection/result';
import { requestReceivers } from './receivers';
import { commandList, requestJson, sendCommand } from './request';
import type { Transport } from '../transport/transport';
import { notificationsPath, STABLE, type NotificationsVersion } from './platform';
import { receiverList, receiverObject } from './wire/receiver';
import { newReceiver, withIntegration, withoutIntegration } from './wire/receiverToWire';

/**
 * Changes one integration of a contact point through the app platform: reads the contact point, sees that the
 * integration is still as `before`, and writes it back under the version it was read with, so that a write in between
 * is answered 409 (app-platform.json, "update with the stale resourceVersion"). Everything else of the contact point,
 * stored secrets included, goes back as it came.
 *
 * Answers undefined when this way is not open: no such API, no right to it, or a contact point that is locked.
 */
export async function updateReceiver(
  transport: Transport,
  { namespace, version }: Place,
  integration: Integration,
  before: Integration
): Promise<Result<void, GrafanaError> | undefined> {
  const path = receiverPath({ namespace, version }, before.name);
  const read = await requestJson(transport, { method: 'GET', path }, receiverObject);
  if (!read.ok) {
    if (RECEIVER_GONE.test(read.error.message)) {
      return failure({ ...read.error, reason: 'changedMeanwhile' });
    }
    return CLOSED.includes(read.error.reason) || read.error.status === 404 ? undefined : read;
  }
  const stored = read.value.value;
  if ((stored.metadata.annotations?.['grafana.com/provenance'] ?? 'none') !== 'none') {
    return undefined;
  }
  const changed = withIntegration(stored, integration, before);
  if (!changed) {
    const message = `"${before.name}" was changed meanwhile.`;
    return failure({ reason: 'changedMeanwhile', message, status: undefined });
  }
  return sendCommand(transport, { method: 'PUT', path, body: changed });
}

const CLOSED: ReadonlyArray<GrafanaError['reason']> = [
  ...(['notFound', 'forbidden', 'invalid', 'proxyNotConfigured'] as const),
  // The provisioning API needs no namespace.
  'otherOrganization',
];

/** There is such an API, and it knows no contact point of this name any longer (app-platform.json, "get unknown"). */
const RECEIVER_GONE = /^receiver not found/i;

/** A contact point of its own; a name that is taken is refused (app-platform.json, "same title again"). */
export function createReceiver(transport: Transport, namespace: string, integration: Integration) {
  const path = notificationsPath(namespace, STABLE, 'receivers');
  return commandList(transport, { method: 'POST', path, body: newReceiver(namespace, integration) });
}

/**
 * Takes one integration out of its contact point, and deletes the contact point with its last one. Deleting what does
 * not exist succeeds.
 */
export async function deleteFromReceiver(
  transport: Transport,
  namespace: string,
  uid: string
): Promise<Result<void, GrafanaError>> {
  const path = notificationsPath(namespace, STABLE, 'receivers');
  const answer = await requestReceivers(transport, path, receiverList);
  if (!answer.ok) {
    return answer;
  }
  const stored = answer.value.value.items.find(({ spec }) => spec.integrations.some((one) => one.uid === uid));
  if (!stored) {
    return success(undefined);
  }
  const own = receiverPath({ namespace, version: STABLE }, stored.spec.title);
  return stored.spec.integrations.length > 1
    ? sendCommand(transport, { method: 'PUT', path: own, body: withoutIntegration(stored, uid) })
    : sendCommand(transport, { method: 'DELETE', path: own });
}

/** Where contact points lie in the app platform. */
interface Place {
  namespace: string;
  version: NotificationsVersion;
}

const receiverPath = ({ namespace, version }: Place, title: string) =>
  `${notificationsPath(namespace, version, 'receivers')}/${receiverUid(title)}`;
