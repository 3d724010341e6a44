import { config } from '@grafana/runtime';
import type { CadencePort } from '../connection/cadence/types';
import type { GrafanaPort } from '../connection/grafanaPort';
import type { StatusPort } from '../connection/statusPort';
import { createCadenceClient } from './cadenceClient';
import { grantedTo, readCapabilities, type Capabilities } from './capabilities';
import { effectiveAccess } from './effectiveAccess';
import { createGrafanaClient } from './grafanaClient';
import { proxyTransport } from './proxyTransport';
import { sessionTransport } from './sessionTransport';
import { readSettings, type PluginSettings } from './settings';
import { createStatusClient } from './status/statusClient';

/** What a page needs of the world: one client, and what is known of this Grafana, its user and the plugin's settings. */
export interface Services {
  grafana: GrafanaPort;
  /** Reads any rule and the notification policies, for the cadence check. */
  cadence: CadencePort;
  /** What the status page reads beyond that: rules, deliveries, alerts, silences, history. */
  status: StatusPort;
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
    cadence: createCadenceClient(transport),
    status: createStatusClient(transport),
    settings,
    capabilities,
    granted: access === 'proxy' ? () => true : grantedTo(user),
  };
}
