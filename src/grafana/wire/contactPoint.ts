import { z } from 'zod';
import type { WebhookContactPoint } from '../../connection/model';

/** One integration as the provisioning API shows it (contact-points.json). */
export const contactPointList = z.array(
  z.looseObject({
    uid: z.string().default(''),
    name: z.string(),
    type: z.string(),
    settings: z.record(z.string(), z.unknown()).nullish(),
    disableResolveMessage: z.boolean().default(false),
    provenance: z.string().default(''),
  })
);

type ContactPoint = z.infer<typeof contactPointList>[number];

/** Splits the list into the webhooks and the names of all, whatever their type. */
export function contactPointsFromWire(list: readonly ContactPoint[]): {
  webhooks: WebhookContactPoint[];
  names: string[];
} {
  return {
    webhooks: list.filter(({ type }) => type === 'webhook').map(webhookFromWire),
    names: [...new Set(list.map(({ name }) => name))],
  };
}

function webhookFromWire(contactPoint: ContactPoint): WebhookContactPoint {
  const { url, maxAlerts, ...otherSettings } = contactPoint.settings ?? {};
  return {
    uid: contactPoint.uid,
    name: contactPoint.name,
    url: typeof url === 'string' ? url : '',
    // Grafana takes the number as text, too.
    maxAlerts: Number(maxAlerts) || 0,
    disableResolveMessage: contactPoint.disableResolveMessage,
    locked: contactPoint.provenance !== '',
    otherSettings,
  };
}

export function settingsToWire({ url, maxAlerts, otherSettings }: WebhookContactPoint): Record<string, unknown> {
  return { ...otherSettings, url, ...(maxAlerts > 0 ? { maxAlerts } : {}) };
}

export function contactPointToWire(contactPoint: WebhookContactPoint) {
  return {
    ...(contactPoint.uid ? { uid: contactPoint.uid } : {}),
    name: contactPoint.name,
    type: 'webhook',
    settings: settingsToWire(contactPoint),
    disableResolveMessage: contactPoint.disableResolveMessage,
  };
}
