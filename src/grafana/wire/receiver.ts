import * as z from '../../transport/zod';
import { equal } from '../../connection/equal';
import type { Integration } from '../../connection/model';
import { accessOf, asStored, storedSecrets, without, withAccess, type Settings } from '../../connection/webhook/access';
import { integrationFromWire, settingsToWire } from './contactPoint';

const storedIntegration = z.looseObject({
  uid: z._default(z.string(), ''),
  type: z.string(),
  disableResolveMessage: z._default(z.boolean(), false),
  settings: z._default(z.record(z.string(), z.unknown()), {}),
  secureFields: z.nullish(z.record(z.string(), z.boolean())),
});

/** A contact point as the app platform shows it (app-platform.json, "get"). */
export const receiverObject = z.looseObject({
  metadata: z.looseObject({ resourceVersion: z.string(), annotations: z.nullish(z.record(z.string(), z.string())) }),
  spec: z.looseObject({ title: z.string(), integrations: z.array(storedIntegration) }),
});

type StoredIntegration = z.infer<typeof storedIntegration>;
type ReceiverObject = z.infer<typeof receiverObject>;

export const receiverList = z.looseObject({ items: z.array(receiverObject) });

/** Named here, where the provisioning API shows a placeholder. */
const secretNames = z.nullish(z.record(z.string(), z.unknown()));

export function integrationsOf({ metadata, spec }: ReceiverObject): Integration[] {
  const provenance = metadata.annotations?.['grafana.com/provenance'] ?? '';
  return spec.integrations.map(({ uid, type, disableResolveMessage, settings, secureFields }) => {
    const secrets = Object.keys(z.catch(secretNames, {}).parse(secureFields) ?? {});
    return integrationFromWire({
      ...{ uid, name: spec.title, type, disableResolveMessage, provenance },
      settings: asStored(settings, secrets),
    });
  });
}

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
