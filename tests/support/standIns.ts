import { fakeClock } from '../../sandbox/clock';
import { readConfiguration } from '../../sandbox/grafana/server/configuration';
import { PROMETHEUS } from '../../sandbox/grafana/server/dataSources';
import { createGrafana, type GrafanaOptions } from '../../sandbox/grafana/standIn';
import { endpointOf, heartbeatEndpointOf } from '../../sandbox/irm/links';
import { sandboxTokens } from '../../sandbox/irm/organization';
import { createIrm } from '../../sandbox/irm/standIn';
import type { IrmPort } from '../../src/connection/irm/irmPort';
import type { Permissions } from '../../src/connection/plan/granted';
import type { GrafanaPort, GrafanaResult } from '../../src/connection/port/grafanaPort';
import { readCapabilities, type Capabilities } from '../../src/grafana/capabilities';
import { createGrafanaClient } from '../../src/grafana/grafanaClient';
import { OPENS_PLUGINS, readRights } from '../../src/grafana/permissions';
import { createIrmClient } from '../../src/irm/irmClient';
import manifest from '../../src/plugin.json';
import { proxyTransport } from '../../src/transport/proxyTransport';
import { fetchTransport } from './fetchTransport';

const GRAFANA_URL = 'http://grafana.example.net';
const IRM_URL = 'https://irm.example.net';
const PASSWORDS = { admin: 'admin', editor: 'editorpass', viewer: 'viewerpass' };

type FrontendSettings = Parameters<typeof readCapabilities>[0];

export type Login = keyof typeof PASSWORDS;

/** Who is in without a role, with the permissions that `letIn` gives. */
const CUSTOM = 'custom';

/** A request as a fault sees it; `answer` lets Grafana do the work all the same. */
interface Asked {
  method: string;
  answer(): Promise<Response>;
}

/** Answers in the place of Grafana, or throws as a network does; undefined leaves the request to Grafana. */
export type Fault = (path: string, asked: Asked) => Response | Promise<Response> | undefined;

export interface Person {
  grafana: GrafanaPort;
  /** Undefined unless `withIrmApi` was called. */
  irm: IrmPort | undefined;
  granted(action: string): boolean;
  capabilities: Capabilities;
  /** As of whoever is asked for the permissions with their scopes: `letIn` alone. */
  readPermissions?: () => GrafanaResult<Permissions>;
}

/** One Grafana unless it is said otherwise. */
export type ClusterOptions = Pick<
  GrafanaOptions,
  'replicas' | 'gossip' | 'routing' | 'version' | 'isNewOrganisation'
> & {
  /** Settings of Grafana under their own names (`GF_…`), as an administrator gives them. */
  env?: Record<string, string>;
};

/**
 * Both stand-ins, joined: what Grafana sends reaches IRM over the same form of request as on a network. Hosts other
 * than IRM cannot be found, as Grafana would say of them. Time stands still until `clock` is advanced.
 * @param processingMs what IRM takes from its answer until an alert group can be seen
 */
export function standIns({ processingMs = 0, env = {}, ...cluster }: { processingMs?: number } & ClusterOptions = {}) {
  const clock = fakeClock(Date.parse('2026-11-22T08:00:00Z'));
  const irm = createIrm({ clock, baseUrl: IRM_URL, processingMs });
  const prometheus: typeof PROMETHEUS & { failure?: string } = { ...PROMETHEUS };
  let hasIrmApi = false;
  const grafana = createGrafana({
    ...cluster,
    configuration: readConfiguration(env),
    clock,
    plugin: manifest,
    dataSources: [prometheus],
    rootUrl: GRAFANA_URL,
    send: (input, init) => deliver(new Request(input, init)),
  });

  async function deliver(request: Request): Promise<Response> {
    const { origin, hostname } = new URL(request.url);
    if (origin !== IRM_URL) {
      throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ENOTFOUND', hostname } });
    }
    return irm.fetch(request);
  }

  /** What was asked of Grafana by the plugin's clients, as method and path. */
  const asked: string[] = [];
  let fault: Fault | undefined;

  function answerTo(request: Request): Response | Promise<Response> {
    const { pathname } = new URL(request.url);
    asked.push(`${request.method} ${pathname}`);
    const answer = async () => grafana.fetch(request);
    return fault?.(pathname, { method: request.method, answer }) ?? answer();
  }

  const transportWith = (credentials?: string) =>
    fetchTransport({ baseUrl: GRAFANA_URL, ...(credentials && { credentials }), fetch: answerTo });

  async function signInWith(credentials?: string): Promise<Person> {
    const transport = transportWith(credentials);
    const read = async (path: string): Promise<unknown> => {
      const headers = credentials ? { Authorization: `Basic ${btoa(credentials)}` } : undefined;
      return (await grafana.fetch(new Request(GRAFANA_URL + path, { headers }))).json();
    };
    const permissions = (await read('/api/access-control/user/permissions')) as Permissions;
    // As the server writes them into every page.
    const capabilities = readCapabilities((await read('/api/frontend/settings')) as FrontendSettings);
    return {
      capabilities,
      grafana: createGrafanaClient(transport, capabilities),
      irm: hasIrmApi ? createIrmClient(proxyTransport(transport, { target: 'irm' })) : undefined,
      granted: (action) => Object.hasOwn(permissions, action),
    };
  }

  return {
    clock,
    asked,
    /** What the plugin's clients meet in the place of Grafana; call without one to end it. */
    failWith(next?: Fault) {
      fault = next;
    },
    /** Lets such requests hang until the answered function is called; then they go on their way. */
    holdBack(isMeant: (method: string, path: string) => boolean): () => void {
      let release = () => {};
      const gate = new Promise<void>((resolve) => (release = resolve));
      fault = (path, { method, answer }) => (isMeant(method, path) ? gate.then(answer) : undefined);
      return () => release();
    },
    /** The data source `prom` fails every query with these words from now on. */
    breakDataSource(words: string) {
      prometheus.failure = words;
    },
    /** A call of Grafana's API beside the plugin; answers the status. `isLocked` writes as Terraform does. */
    async call(login: Login, method: string, path: string, body?: object, { isLocked = false } = {}): Promise<number> {
      const headers = {
        Authorization: `Basic ${btoa(`${login}:${PASSWORDS[login]}`)}`,
        'Content-Type': 'application/json',
        ...(!isLocked && { 'X-Disable-Provenance': 'true' }),
      };
      const request = new Request(GRAFANA_URL + path, { method, headers, body: body && JSON.stringify(body) });
      return (await grafana.fetch(request)).status;
    },
    /** IRM, for what a person sets up or looks at there. */
    irm,
    /** Sets the plugin up for IRM's API from now on, with this token: by default the key of an administrator. */
    async withIrmApi(token = sandboxTokens[0]?.token ?? '') {
      const jsonData = { irmApiUrl: IRM_URL, irmCredential: 'apiKey' };
      const body = { enabled: true, pinned: true, jsonData, secureJsonData: { irmToken: token } };
      const headers = { Authorization: `Basic ${btoa('admin:admin')}`, 'Content-Type': 'application/json' };
      const url = `${GRAFANA_URL}/api/plugins/${manifest.id}/settings`;
      await grafana.fetch(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }));
      hasIrmApi = true;
    },
    /** Each replica by itself, and how the load balancer gives out requests. */
    replicas: grafana.replicas,
    route: grafana.route,
    /** Restarts Grafana; `kill` also loses its delivery log. */
    restartGrafana: (kind: 'graceful' | 'kill') => grafana.restart(kind),
    /** Makes an integration in IRM and gives its addresses, as a person would copy them there. */
    newIntegration(name: string, type = 'alertmanager') {
      const integration = irm.createIntegration({ name, type });
      const context = { baseUrl: IRM_URL };
      return {
        endpoint: endpointOf(context, integration) ?? '',
        heartbeat: heartbeatEndpointOf(context, integration) ?? '',
      };
    },
    /** Grafana as this person sees it, with their permissions. */
    signIn: (login: Login | 'anonymous') =>
      signInWith(login === 'anonymous' ? undefined : `${login}:${PASSWORDS[login]}`),
    /**
     * Somebody without a role who may open the plugin and holds these permissions, asked for with their scopes; a second
     * call changes them.
     */
    async letIn(permissions: Permissions): Promise<Person> {
      grafana.letIn({ login: CUSTOM, role: 'None', permissions: { [OPENS_PLUGINS]: ['plugins:*'], ...permissions } });
      const credentials = `${CUSTOM}:${CUSTOM}pass`;
      const transport = transportWith(credentials);
      return { ...(await signInWith(credentials)), readPermissions: () => readRights(transport, true) };
    },
    /** Beside `signIn`, for pages that ask Grafana again what may be done. */
    rightsOf: (login: Login | 'anonymous') => {
      const transport = transportWith(login === 'anonymous' ? undefined : `${login}:${PASSWORDS[login]}`);
      return { readPermissions: () => readRights(transport, true) };
    },
    /** Titles and states of IRM's alert groups, newest first. */
    async alertGroups(): Promise<Array<{ title: string; state: string }>> {
      const answer = await irm.fetch(
        new Request(`${IRM_URL}/api/v1/alert_groups/`, { headers: { Authorization: sandboxTokens[0]?.token ?? '' } })
      );
      return ((await answer.json()) as { results: Array<{ title: string; state: string }> }).results;
    },
    stop() {
      grafana.stop();
      irm.stop();
    },
  };
}
