import type { GrafanaError } from '../connection/port/grafanaPort';
import type { Integration } from '../connection/model';
import { failure, type Result } from '../connection/result';
import { requestJson, sendCommand } from './request';
import type { Transport } from '../transport/transport';
import { receiverObject, withIntegration } from './wire/receiver';

/** The version of the app platform that 12.3, 12.4 and 13 serve alike (app-platform.json). */
const VERSION = 'v0alpha1';

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
  namespace: string,
  integration: Integration,
  before: Integration
): Promise<Result<void, GrafanaError> | undefined> {
  const path = receiverPath(namespace, before.name);
  const read = await requestJson(transport, { method: 'GET', path }, receiverObject);
  if (!read.ok) {
    if (RECEIVER_GONE.test(read.error.message)) {
      return failure({ ...read.error, reason: 'changedMeanwhile' });
    }
    return CLOSED.includes(read.error.reason) ? undefined : read;
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

const CLOSED: ReadonlyArray<GrafanaError['reason']> = ['notFound', 'forbidden', 'invalid', 'proxyNotConfigured'];

/** There is such an API, and it knows no contact point of this name any longer (app-platform.json, "get unknown"). */
const RECEIVER_GONE = /^receiver not found/i;

/** The name of a contact point's object is its title in another alphabet (app-platform.json, "rename changes the name"). */
export function receiverName(title: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(title));
  return btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

const receiverPath = (namespace: string, title: string): string =>
  `/apis/notifications.alerting.grafana.app/${VERSION}/namespaces/${encodeURIComponent(namespace)}/receivers/${receiverName(title)}`;
