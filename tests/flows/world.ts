import { fakeClock, type FakeClock } from '../../sandbox/clock';
import type { GrafanaVersion } from '../../sandbox/grafana/context';
import { createGrafana } from '../../sandbox/grafana/standIn';
import { createIrm, type IrmStandIn } from '../../sandbox/irm/standIn';
import { failure, success } from '../../src/connection/result';
import { toAnswer } from '../../src/transport/answer';
import { addressOf, type Transport } from '../../src/transport/transport';
import pluginJson from '../../src/plugin.json';

export type Way = Transport['way'];
export type Login = 'admin' | 'editor';

const ROOT = 'http://grafana.example.net';
export const IRM_ROOT = 'https://irm.example.net';
const IRM_TOKEN = 'the-plugins-irm-token';
const TOKENS = [{ token: IRM_TOKEN, role: 'admin' as const }];
const START = Date.parse('2026-11-22T08:00:00Z');
const PERMISSIONS = '/api/access-control/user/permissions';
const PASSWORDS: Record<Login, string> = { admin: 'admin', editor: 'editorpass' };

/** A saved state of both servers; that of IRM is undefined while nobody asked it anything. */
export interface SavedWorld {
  grafana: unknown;
  irm: unknown;
}

/** Grafana and IRM, which can be put back to a saved state in a fraction of a millisecond, on a clock of their own. */
export interface World {
  readonly version: GrafanaVersion;
  readonly clock: Pick<FakeClock, 'now' | 'advance'>;
  /** Paths of what Grafana sent to IRM since the last `load`. */
  readonly delivered: string[];
  /** The way of a signed-in person's browser to Grafana, which never fails on its own. */
  session(login: Login): Transport;
  /** Whether the person held a permission when they were first asked about. */
  granted(login: Login): Promise<(action: string) => boolean>;
  /** A call of Grafana's API beside the plugin; throws unless it succeeds. */
  call(login: Login, method: string, path: string, body?: object): Promise<unknown>;
  /** IRM, for what people do there by hand. */
  irm(): IrmStandIn;
  save(): SavedWorld;
  /** Goes back to a saved state, and to the moment at which all saved states begin. */
  load(saved: SavedWorld): void;
  stop(): void;
}

/** A Grafana with the plugin installed and set up for its service account and for IRM's API. */
export async function createWorld(version: GrafanaVersion): Promise<World> {
  let time = fakeClock(START);
  const delivered: string[] = [];
  const permissions = new Map<Login, Record<string, unknown>>();
  const send = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    if (request.url.startsWith(ROOT)) {
      return grafana.fetch(request);
    }
    const { origin, pathname } = new URL(request.url);
    if (origin === IRM_ROOT && pathname.startsWith('/api/')) {
      return irm().fetch(request);
    }
    delivered.push(pathname);
    // Most flows are of integrations that are nothing but an address here, which IRM does not know.
    const answer = await irm().fetch(request);
    return answer.status === 403 ? new Response('Ok.') : answer;
  };
  const clock: FakeClock = {
    now: () => time.now(),
    schedule: (delayMs, callback) => time.schedule(delayMs, callback),
    advance: (ms) => time.advance(ms),
  };
  let savedIrm: unknown;
  let runningIrm: IrmStandIn | undefined;
  /** Started when it is first needed: most flows never ask it. */
  const irm = () =>
    (runningIrm ??= createIrm({ clock, baseUrl: IRM_ROOT, grafanaUrl: ROOT, apiTokens: TOKENS, saved: savedIrm }));
  const grafana = createGrafana({ version, clock, rootUrl: ROOT, send, plugin: pluginJson });

  const world: World = {
    version,
    clock,
    delivered,
    session: (login) => inProcess(grafana.fetch, authorization(login)),
    async granted(login) {
      const known =
        permissions.get(login) ?? ((await world.call(login, 'GET', PERMISSIONS)) as Record<string, unknown>);
      permissions.set(login, known);
      return (action) => Object.hasOwn(known, action);
    },
    async call(login, method, path, body) {
      const headers = {
        Authorization: authorization(login),
        'Content-Type': 'application/json',
        'X-Disable-Provenance': 'true',
      };
      const request = new Request(ROOT + path, { method, headers, body: body && JSON.stringify(body) });
      const response = await grafana.fetch(request);
      const text = await response.text();
      if (!response.ok) {
        throw new Error(`${method} ${path}: ${response.status} ${text}`);
      }
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    },
    irm,
    save: () => ({ grafana: grafana.snapshot(), irm: runningIrm?.snapshot() ?? savedIrm }),
    load(saved) {
      // Whatever waits for the old clock is called off before time is put back.
      grafana.stop();
      runningIrm?.stop();
      [runningIrm, savedIrm] = [undefined, saved.irm];
      time = fakeClock(START);
      delivered.length = 0;
      grafana.load(saved.grafana);
    },
    stop() {
      grafana.stop();
      runningIrm?.stop();
    },
  };
  await setUpProxy(world);
  return world;
}

const authorization = (login: Login) => `Basic ${btoa(`${login}:${PASSWORDS[login]}`)}`;

function inProcess(fetch: (request: Request) => Promise<Response>, Authorization: string): Transport {
  return {
    way: 'session',
    async request(call) {
      const body = call.body === undefined ? undefined : JSON.stringify(call.body);
      const headers = { Authorization, ...(body && { 'Content-Type': 'application/json' }), ...call.headers };
      try {
        const response = await fetch(new Request(ROOT + addressOf(call), { method: call.method, headers, body }));
        return success(toAnswer(response, await response.text()));
      } catch (error) {
        return failure({ reason: 'unreachable', message: String(error) });
      }
    },
  };
}

async function setUpProxy(world: World): Promise<void> {
  const create = (path: string, body: object) =>
    world.call('admin', 'POST', path, body) as Promise<{ id: number; key: string }>;
  const { id } = await create('/api/serviceaccounts', { name: 'of the plugin', role: 'Editor' });
  const { key } = await create(`/api/serviceaccounts/${id}/tokens`, { name: 'token' });
  await create(`/api/plugins/${pluginJson.id}/settings`, {
    enabled: true,
    pinned: true,
    jsonData: { access: 'proxy', grafanaUrl: ROOT, namespace: 'default', irmApiUrl: IRM_ROOT, irmCredential: 'apiKey' },
    secureJsonData: { grafanaToken: key, irmToken: IRM_TOKEN },
  });
}
