import { config } from '@grafana/runtime';
import type { IrmPort } from '../../connection/irm/irmPort';
import type { Granted, Permissions } from '../../connection/plan/granted';
import type { GrafanaPort, GrafanaResult } from '../../connection/port/grafanaPort';
import { grantedTo, readCapabilities, type Capabilities } from '../../grafana/capabilities';
import { effectiveAccess, mayUseProxy } from '../../grafana/effectiveAccess';
import { createGrafanaClient } from '../../grafana/grafanaClient';
import { readRights } from '../../grafana/permissions';
import { irmClientOnDemand, prefetchIrmClient } from '../../irm/irmClientOnDemand';
import { proxyTransport } from '../../transport/proxyTransport';
import { sessionTransport } from '../../transport/sessionTransport';
import { readSettings, type PluginSettings } from '../../grafana/settings';

/**
 * Whether IRM is looked at through its API. `notForViewers`: it is set up, and open to Editors and Admins, because its
 * answers carry the addresses of all integrations, tokens included.
 */
type IrmAccess = 'ready' | 'notSetUp' | 'notForViewers';

export type Actor = 'person' | 'serviceAccount';

/** What a page needs of the world: the clients, and what is known of this Grafana, its user and the plugin's settings. */
export interface Services {
  grafana: GrafanaPort;
  /** IRM's API; undefined unless `irmAccess` is `ready`. */
  irm: IrmPort | undefined;
  irmAccess: IrmAccess;
  settings: PluginSettings;
  capabilities: Capabilities;
  /** Who acts in Grafana: the signed-in person, or the plugin's service account. */
  actor: Actor;
  /** The signed-in person's name, for what other people read; undefined for nobody. */
  userName?: string;
  /** Whether the signed-in user holds a permission for at least one object, as the page's load told. */
  granted: Granted;
  /** Reads the permissions of whoever acts, with their objects; undefined where `granted` is all that is known. */
  readPermissions?: () => GrafanaResult<Permissions>;
}

/** Builds the client for the access that the settings ask for: the user's session, or the plugin's proxy routes. */
export function createServices(jsonData: unknown, secureJsonFields: Record<string, boolean> | undefined): Services {
  const settings = readSettings(jsonData, secureJsonFields);
  const capabilities = readCapabilities(config);
  const session = sessionTransport();
  const { user } = config.bootData;
  const access = effectiveAccess(settings.access, user.orgRole);
  const { grafanaUrl: address, namespace } = settings;
  const transport = access === 'proxy' ? proxyTransport(session, { address, namespace }) : session;
  const isPerson = access !== 'proxy';
  const irmAccess = irmAccessOf(settings, user.orgRole);
  if (irmAccess === 'ready') {
    prefetchIrmClient();
  }
  return {
    grafana: createGrafanaClient(transport, capabilities),
    irm: irmAccess === 'ready' ? irmClientOnDemand(proxyTransport(session, { target: 'irm' })) : undefined,
    irmAccess,
    settings,
    capabilities,
    actor: isPerson ? 'person' : 'serviceAccount',
    userName: user.name || user.login,
    granted: grantedTo(user),
    readPermissions: () => readRights(transport, isPerson),
  };
}

function irmAccessOf({ irm }: PluginSettings, orgRole: string): IrmAccess {
  if (irm.apiUrl === '' || !irm.hasToken) {
    return 'notSetUp';
  }
  return mayUseProxy(orgRole) ? 'ready' : 'notForViewers';
}
