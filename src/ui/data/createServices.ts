import { config } from '@grafana/runtime';
import type { GrafanaPort } from '../../connection/port/grafanaPort';
import { grantedTo, readCapabilities, type Capabilities } from '../../grafana/capabilities';
import { effectiveAccess } from '../../grafana/effectiveAccess';
import { createGrafanaClient } from '../../grafana/grafanaClient';
import { proxyTransport } from '../../transport/proxyTransport';
import { sessionTransport } from '../../transport/sessionTransport';
import { readSettings, type PluginSettings } from '../../grafana/settings';

/** What a page needs of the world: one client, and what is known of this Grafana, its user and the plugin's settings. */
export interface Services {
  grafana: GrafanaPort;
  settings: PluginSettings;
  capabilities: Capabilities;
  /**
   * Whether the signed-in user holds a permission. Through the proxy it is the service account's that counts, which
   * the configuration page checks; there everything is tried, and a refusal shown.
   */
  granted(action: string): boolean;
}

/** Builds the client for the access that the settings ask for: the user's session, or the plugin's proxy routes. */
export function createServices(jsonData: unknown, secureJsonFields: Record<string, boolean> | undefined): Services {
  const settings = readSettings(jsonData, secureJsonFields);
  const capabilities = readCapabilities(config);
  const session = sessionTransport();
  const { user } = config.bootData;
  const access = effectiveAccess(settings.access, user.orgRole);
  const transport = access === 'proxy' ? proxyTransport(session) : session;
  return {
    grafana: createGrafanaClient(transport, capabilities),
    settings,
    capabilities,
    granted: access === 'proxy' ? () => true : grantedTo(user),
  };
}
