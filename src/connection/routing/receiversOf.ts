import { UNSEEN, type Receiver, type Receivers, type UnknownWhy } from '../policies/receiver';
import { connectionId, endpointOfUrl } from '../endpoint/identity';
import type { Integration } from '../model';
import { hasAddress } from '../ownership/connections';
import type { ReceiverInUse } from '../port/grafanaPort';
import type { GrafanaObjects } from '../reading/reading';
import { arrivalOf } from '../endpoint/arrival';
import { STORED_SECRET, type Settings } from '../webhook/access';
import { saysForm } from '../webhook/headers';

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
    known.set(name, integrations === 0 ? { kind: 'nobody', why: 'empty' } : UNSEEN);
  }
  for (const [name, integrations] of byName) {
    known.set(name, receiverOf(integrations));
  }
  return (name) => known.get(name) ?? UNSEEN;
}

function receiverOf(integrations: readonly Integration[]): Receiver {
  const told = integrations.map((integration) => ({ integration, target: targetOf(integration) }));
  const connectionsAt = (isWanted: (target: Target) => boolean) => {
    const ids = told.flatMap(({ integration: { url }, target }) => {
      const address = isWanted(target) ? endpointOfUrl(url) : undefined;
      return address ? [connectionId(address.endpoint)] : [];
    });
    return [...new Set(ids)];
  };
  const connections = connectionsAt((target) => target === 'alerts');
  if (connections.length > 0) {
    return { kind: 'irm', connections };
  }
  const why = UNCLEAR.find((one) => told.some(({ target }) => target === one));
  if (why) {
    return { kind: 'unknown', why, connections: connectionsAt((target) => UNCLEAR.some((one) => one === target)) };
  }
  const types = told.flatMap(({ integration: { type }, target }) => (target === 'elsewhere' ? [type] : []));
  if (types.length > 0) {
    return { kind: 'elsewhere', types: [...new Set(types)] };
  }
  const silence = (['refused', 'placeholder', 'silent'] as const).find((one) =>
    told.some(({ target }) => target === one)
  );
  return { kind: 'nobody', why: silence ?? 'heartbeat' };
}

/** What of one integration can leave open whether IRM takes its alerts. */
type Unclear = Exclude<UnknownWhy, 'unseen'>;
const UNCLEAR: readonly Unclear[] = ['form', 'payload', 'addressTemplate', 'addressHidden', 'mail'];

/** What becomes of alerts that one integration sends. */
type Target = 'alerts' | 'heartbeat' | 'refused' | 'elsewhere' | 'placeholder' | 'silent' | Unclear;

function targetOf(integration: Integration): Target {
  const { url, otherSettings } = integration;
  if (!hasAddress(integration)) {
    return isPlaceholder(integration) ? 'placeholder' : isForToken(integration) ? 'mail' : 'elsewhere';
  }
  const address = endpointOfUrl(url);
  if (address?.isHeartbeat) {
    return 'heartbeat';
  }
  // Grafana fills in templates of a URL, not only of messages (docs/facts.md#contact-points).
  if (url.includes('{{')) {
    return 'addressTemplate';
  }
  if (!address) {
    return isHidden(url) ? 'addressHidden' : isSilent(integration) ? 'silent' : 'elsewhere';
  }
  return arrivalOf(integration) ? (unclearMessage(otherSettings) ?? 'alerts') : 'refused';
}

const unclearMessage = (settings: Settings): 'form' | 'payload' | undefined =>
  saysForm(settings) ? 'form' : hasOwnPayload(settings) ? 'payload' : undefined;

/** A template in place of Grafana's own message. */
const hasOwnPayload = ({ payload }: Settings): boolean =>
  typeof payload === 'object' && payload !== null && 'template' in payload && Boolean(payload.template);

/** Imported webhooks keep their URL secret (docs/facts.md#contact-points). */
const isHidden = (url: string): boolean => url === '' || url === STORED_SECRET;

/** The e-mail contact point of a new Grafana (contact-points.json), which nobody reads. */
const isPlaceholder = ({ type, otherSettings }: Integration) =>
  type === 'email' && otherSettings['addresses'] === '<example@email.com>';

/**
 * An e-mail address that begins with a token, as those of IRM's integrations of type Inbound Email do
 * (oncall-2026-01/03-integrations.json): 25 letters and digits. Its host is the choice of whoever runs IRM.
 */
const TOKEN_MAIL = /(^|[^\w.+-])(?=[A-Za-z]*\d|[a-z\d]*[A-Z])[A-Za-z\d]{25}@/;

const isForToken = ({ type, otherSettings }: Integration) =>
  type === 'email' && TOKEN_MAIL.test(String(otherSettings['addresses'] ?? ''));

/** A webhook that Grafana takes for sent without sending anything. */
const isSilent = ({ type, url }: Integration) => type === 'webhook' && url === 'grafana://noop';
