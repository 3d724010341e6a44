import { z } from '../../transport/zod';
import type { Integration } from '../../connection/model';

const storedIntegration = z.looseObject({
  uid: z.string().default(''),
  type: z.string(),
  disableResolveMessage: z.boolean().default(false),
  settings: z.record(z.string(), z.unknown()).default({}),
});

/** A contact point as the app platform shows it (app-platform.json, "get"). */
export const receiverObject = z.looseObject({
  metadata: z.looseObject({ resourceVersion: z.string(), annotations: z.record(z.string(), z.string()).nullish() }),
  spec: z.looseObject({ title: z.string(), integrations: z.array(storedIntegration) }),
});

type ReceiverObject = z.infer<typeof receiverObject>;

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
    disableResolveMessage: integration.disableResolveMessage,
    settings: {
      ...settings,
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
