import type { Integration } from '../../connection/model';

export function settingsToWire({ url, maxAlerts, otherSettings }: Integration): Record<string, unknown> {
  return { ...otherSettings, ...(url === '' ? {} : { url }), ...(maxAlerts > 0 ? { maxAlerts } : {}) };
}

export function integrationToWire(integration: Integration) {
  return {
    ...(integration.uid ? { uid: integration.uid } : {}),
    name: integration.name,
    type: integration.type,
    settings: settingsToWire(integration),
    disableResolveMessage: integration.disableResolveMessage,
  };
}
