import type { Integration } from '../../connection/model';

/** Settings of an integration as Grafana stores them, with all that the plugin does not know. */
export function settingsToWire({ url, maxAlerts, otherSettings }: Integration): Record<string, unknown> {
  return { ...otherSettings, ...(url === '' ? {} : { url }), ...(maxAlerts > 0 ? { maxAlerts } : {}) };
}

/** An integration for the provisioning API (contact-points.json). */
export function integrationToWire(integration: Integration) {
  return {
    ...(integration.uid ? { uid: integration.uid } : {}),
    name: integration.name,
    type: integration.type,
    settings: settingsToWire(integration),
    disableResolveMessage: integration.disableResolveMessage,
  };
}
