import type { Receiver, Receivers } from '../policies/receiver';
import { connectionId, endpointOfUrl } from '../endpoint/identity';
import type { Integration } from '../model';
import { hasAddress } from '../ownership/connections';
import type { ReceiverInUse } from '../port/grafanaPort';
import type { GrafanaObjects } from '../reading/reading';
import { arrivalOf } from '../endpoint/arrival';

const UNKNOWN: Receiver = { kind: 'unknown' };

/**
 * What each contact point does, by where its integrations send, whatever they were made for: only one whose messages
 * IRM takes as alerts reaches IRM.
 *
 * @param listed all contact points, those without integrations too; undefined where the list could not be read
 */
export function receiversOf(
  objects: Pick<GrafanaObjects, 'integrations'>,
  listed: ReadonlyArray<Pick<ReceiverInUse, 'name' | 'integrations'>> | undefined
): Receivers {
  const byName = new Map<string, Integration[]>();
  for (const integration of objects.integrations) {
    byName.set(integration.name, [...(byName.get(integration.name) ?? []), integration]);
  }
  const known = new Map<string, Receiver>();
  for (const { name, integrations } of listed ?? []) {
    known.set(name, integrations === 0 ? { kind: 'nobody', why: 'empty' } : UNKNOWN);
  }
  for (const [name, integrations] of byName) {
    known.set(name, receiverOf(integrations));
  }
  return (name) => known.get(name) ?? UNKNOWN;
}

function receiverOf(integrations: readonly Integration[]): Receiver {
  const told = integrations.map((integration) => ({ integration, target: targetOf(integration) }));
  const isAt = (wanted: Target) => told.filter(({ target }) => target === wanted).map(({ integration }) => integration);
  const connections = isAt('alerts').flatMap(({ url }) => {
    const address = endpointOfUrl(url);
    return address ? [connectionId(address.endpoint)] : [];
  });
  if (connections.length > 0) {
    return { kind: 'irm', connections: [...new Set(connections)] };
  }
  const types = isAt('elsewhere').map(({ type }) => type);
  if (types.length > 0) {
    return { kind: 'elsewhere', types: [...new Set(types)] };
  }
  const why = (['refused', 'placeholder', 'silent'] as const).find((one) => isAt(one).length > 0);
  return { kind: 'nobody', why: why ?? 'heartbeat' };
}

/** What becomes of alerts that one integration sends. */
type Target = 'alerts' | 'heartbeat' | 'refused' | 'elsewhere' | 'placeholder' | 'silent';

function targetOf(integration: Integration): Target {
  const address = hasAddress(integration) ? endpointOfUrl(integration.url) : undefined;
  if (!address) {
    return isPlaceholder(integration) ? 'placeholder' : isSilent(integration) ? 'silent' : 'elsewhere';
  }
  return address.isHeartbeat ? 'heartbeat' : arrivalOf(integration) ? 'alerts' : 'refused';
}

/** The e-mail contact point of a new Grafana (contact-points.json), which nobody reads. */
const isPlaceholder = ({ type, otherSettings }: Integration) =>
  type === 'email' && otherSettings['addresses'] === '<example@email.com>';

/** A webhook that Grafana takes for sent without sending anything. */
const isSilent = ({ type, url }: Integration) => type === 'webhook' && url === 'grafana://noop';
