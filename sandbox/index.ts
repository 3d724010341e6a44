import path from 'node:path';
import { endpointOf } from './irm/links';
import { userKey } from './irm/organization';
import { readGrafana, readVersion } from './server/options';
import { readProvisioningFiles } from './server/provisioningFiles';
import { startSandbox } from './server/start';

export interface StandInOptions {
  /** Grafana's port; 0, the default, takes any free one. */
  port?: number;
  irmPort?: number;
  /** The one address to listen on; by default 127.0.0.1 and ::1. */
  host?: string;
  /** Which Grafana to answer as: 12.3.0, 12.4.0 (default) or 13.2.1, or the beginning of one. */
  version?: string;
  /** How many times as fast as the machine's clock time passes in both. */
  speed?: number;
  /** How many Grafanas share a database behind a load balancer. */
  replicas?: number;
  /** A directory with a built app plugin, or a project with one in `dist`. Without it there is only the API. */
  plugin?: string;
  /** Files of Grafana's provisioning of alerting (YAML or JSON), or folders of them; there again after `reset`. */
  provisioning?: string[];
  /** Settings of Grafana by their variables, such as `{ GF_UNIFIED_ALERTING_MIN_INTERVAL: '10s' }`. */
  settings?: Record<string, string>;
  /** Keeps the state in this file. */
  dataFile?: string;
}

export interface StandIn {
  /** Without a slash at the end. Users: admin/admin, editor/editorpass, viewer/viewerpass. */
  grafanaUrl: string;
  irmUrl: string;
  /** For IRM's public API, with the rights of an administrator. */
  irmToken: string;
  /** Makes an integration in IRM. `endpoint` takes webhooks. */
  createIntegration(name: string, type?: string): { id: string; endpoint: string };
  /** Lets somebody in with this role and these permissions (action and scopes); the password is the login and "pass". */
  letIn(login: string, role: 'None' | 'Viewer' | 'Editor' | 'Admin', permissions?: Record<string, string[]>): void;
  /** Restarts Grafana: gracefully, or as after a kill. */
  restart(kind: 'graceful' | 'kill'): void;
  /** Both start from nothing. */
  reset(): void;
  stop(): Promise<void>;
}

/** Starts a stand-in of Grafana and one of IRM that deliver to each other. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { plugin, version, settings = {}, provisioning = [], ...rest } = options;
  const { grafanaUrl, irmUrl, standIns, stop } = await startSandbox({
    ...rest,
    version: readVersion({ name: 'version', value: version }),
    configuration: readGrafana(settings),
    provisioning: readProvisioningFiles(provisioning),
    built: plugin === undefined ? undefined : { pluginDirectory: plugin, pageDirectory: path.join(__dirname, 'page') },
  });
  return {
    ...{ grafanaUrl, irmUrl, stop },
    irmToken: userKey('admin'),
    createIntegration(name, type = 'alertmanager') {
      const integration = standIns.irm().createIntegration({ name, type });
      return { id: integration.id, endpoint: endpointOf({ baseUrl: irmUrl }, integration) ?? '' };
    },
    letIn: (login, role, permissions = {}) => standIns.grafana().letIn({ login, role, permissions }),
    restart: (kind) => standIns.grafana().restart(kind),
    reset: () => standIns.reset(),
  };
}
