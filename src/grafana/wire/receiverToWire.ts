import { equal } from '../../connection/equal';
import type { Integration } from '../../connection/model';
import { accessOf, storedSecrets, without, withAccess, type Settings } from '../../connection/webhook/access';
import { settingsToWire } from './contactPointToWire';
import type { ReceiverObject, StoredIntegration } from './receiver';

/** A contact point with one integration (app-platform.json, "create"). From 13 on its `version` has to be named. */
export function newReceiver(namespace: string, integration: Integration) {
  const { uid, name, type, disableResolveMessage } = integration;
  const settings = settingsToWire(integration);
  const one = { ...(uid && { uid }), type, version: 'v1', disableResolveMessage, settings };
  return { metadata: { namespace }, spec: { title: name, integrations: [one] } };
}

/** The contact point without one of its integrations. */
export function withoutIntegration(stored: ReceiverObject, uid: string): ReceiverObject {
  const integrations = stored.spec.integrations.filter((one) => one.uid !== uid);
  return { ...stored, spec: { ...stored.spec, integrations } };
}

/**
 * The contact point with one integration changed, everything else as it is stored; undefined when the integration is
 * gone or no longer as `before`.
 */
export function withIntegration(
  stored: ReceiverObject,
  integration: Integration,
  before: Integration
): ReceiverObject | undefined {
  const index = stored.spec.integrations.findIndex(({ uid }) => uid === before.uid);
  const current = stored.spec.integrations[index];
  if (!current || !isAs(current, before) || stored.spec.title !== before.name) {
    return undefined;
  }
  const { maxAlerts: _, ...settings } = current.settings;
  const { httpMethod } = integration.otherSettings;
  const changed = {
    ...current,
    ...secureFields(current, integration, before),
    disableResolveMessage: integration.disableResolveMessage,
    settings: {
      ...(hasSameAccess(integration, before) ? settings : withAccess(settings, readable(integration))),
      ...(integration.url !== '' && { url: integration.url }),
      ...(integration.maxAlerts > 0 && { maxAlerts: integration.maxAlerts }),
      ...(httpMethod !== undefined && { httpMethod }),
    },
  };
  return {
    ...stored,
    spec: {
      ...stored.spec,
      title: integration.name,
      integrations: stored.spec.integrations.map((one, at) => (at === index ? changed : one)),
    },
  };
}

/** What a contact point carries besides its address is written only where it is to change. */
const hasSameAccess = (integration: Integration, before: Integration) =>
  equal(accessOf(integration.otherSettings), accessOf(before.otherSettings));

/** Secrets that stay are named in `secureFields`; their placeholders would become their values. */
const readable = ({ otherSettings }: Integration): Settings =>
  storedSecrets(otherSettings).reduce<Settings>(without, otherSettings);

function secureFields({ secureFields: stored }: StoredIntegration, integration: Integration, before: Integration) {
  if (!stored || hasSameAccess(integration, before)) {
    return {};
  }
  const gone = storedSecrets(before.otherSettings).filter(
    (place) => !storedSecrets(integration.otherSettings).includes(place)
  );
  return { secureFields: Object.fromEntries(Object.entries(stored).filter(([place]) => !gone.includes(place))) };
}

function isAs(
  { settings, disableResolveMessage }: ReceiverObject['spec']['integrations'][number],
  before: Integration
) {
  return (
    (settings['url'] ?? '') === before.url &&
    (Number(settings['maxAlerts']) || 0) === before.maxAlerts &&
    disableResolveMessage === before.disableResolveMessage
  );
}
