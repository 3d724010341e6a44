import { testGrafana } from '../../sandbox/grafana/testGrafana';
import pluginJson from '../plugin.json';
import { success } from '../connection/result';
import type { GrafanaPort } from '../connection/port/grafanaPort';
import { heartbeatRule, integration } from '../connection/testing/fixtures';
import { createGrafanaClient } from './grafanaClient';
import { checkProxy } from './proxyCheck';
import { proxyTransport } from '../transport/proxyTransport';
import { addressOf, type Call } from '../transport/transport';

const ROUTES = pluginJson.routes;
const PREFIX = '/api/plugin-proxy/irmconnect-setup-app/';

/**
 * Grafana's way to match a route: segment by segment, each decoded; a star stands for one segment, or for all the rest
 * where it comes last, but never for nothing. Only what a last star stood for reaches the target.
 */
function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/').map(decodeURIComponent);
  const isOpen = wanted.at(-1) === '*';
  const fits = isOpen ? given.length >= wanted.length : given.length === wanted.length;
  return fits && wanted.every((segment, index) => segment === '*' || segment === given[index]);
}

const routesFor = ({ method, path }: Pick<Call, 'method' | 'path'>) =>
  ROUTES.filter((route) => route.method === method && matches(route.path, path.slice(PREFIX.length)));

const WEBHOOK = integration({ uid: 'irmc-1', name: 'IRM' });
const RULE = heartbeatRule({ uid: 'abc', group: 'irmc-1' });
const SILENCE = { matchers: [], startsAt: 0, endsAt: 1000, createdBy: 'me', comment: 'again' };

const CALLS: Record<keyof GrafanaPort, (grafana: GrafanaPort) => Promise<unknown>> = {
  listIntegrations: (grafana) => grafana.listIntegrations(),
  createIntegration: (grafana) => grafana.createIntegration(WEBHOOK),
  updateIntegration: (grafana) => grafana.updateIntegration({ ...WEBHOOK, name: 'IRM 2' }, WEBHOOK),
  deleteIntegration: (grafana) => grafana.deleteIntegration('irmc-1'),
  createFolder: (grafana) => grafana.createFolder({ uid: 'irm-heartbeats', title: 'IRM heartbeats' }),
  deleteFolder: (grafana) => grafana.deleteFolder('irm-heartbeats'),
  folderCounts: (grafana) => grafana.folderCounts('irm-heartbeats'),
  readFolderRules: (grafana) => grafana.readFolderRules('irm-heartbeats'),
  writeRule: (grafana) => grafana.writeRule({ ...RULE, provenance: 'api' }, RULE),
  deleteRule: (grafana) => grafana.deleteRule('abc'),
  ruleStatuses: (grafana) => grafana.ruleStatuses('irm-heartbeats'),
  deliveries: (grafana) => grafana.deliveries(),
  alertsWithLabel: (grafana) => grafana.alertsWithLabel('heartbeat', 'true'),
  stateHistory: (grafana) => grafana.stateHistory('abc', 0, 1000),
  alertmanagerChoice: (grafana) => grafana.alertmanagerChoice(),
  listSilences: (grafana) => grafana.listSilences(),
  getSilence: (grafana) => grafana.getSilence('5-a'),
  expireSilence: (grafana) => grafana.expireSilence('5-a'),
  createSilence: (grafana) => grafana.createSilence(SILENCE),
  listTimeIntervals: (grafana) => grafana.listTimeIntervals(),
  listDataSources: (grafana) => grafana.listDataSources(),
  testIntegration: (grafana) => grafana.testIntegration(WEBHOOK),
  findRules: (grafana) => grafana.findRules({ name: 'disk', receiver: 'IRM', after: 'token' }),
  readAlerts: (grafana) => grafana.readAlerts({ uid: 'disk', folderUid: 'servers', group: 'disks' }),
  readPolicies: (grafana) => grafana.readPolicies(),
};

/** A contact point of the app platform, so that it is written back. */
const RECEIVER = {
  metadata: { resourceVersion: '1' },
  spec: {
    title: WEBHOOK.name,
    integrations: [{ uid: WEBHOOK.uid, type: 'webhook', settings: { url: WEBHOOK.url } }],
  },
};

const answerWith = (status: number, body: unknown) => success({ status, body, date: undefined, redirected: false });

/** Every call of the client, once with everything in place and once with nothing there, so that every branch is walked. */
async function everyCall(): Promise<Call[]> {
  const calls: Call[] = [];
  for (const isThere of [true, false]) {
    const proxy = proxyTransport({
      way: 'session',
      request: async (call) => {
        calls.push(call);
        const body = call.method === 'GET' && call.path.includes('/receivers/') ? RECEIVER : {};
        return isThere ? answerWith(200, body) : answerWith(404, { message: 'not found' });
      },
    });
    const grafana = createGrafanaClient(proxy, { namespace: 'org-2', receiverTest: 'old' });
    for (const call of Object.values(CALLS)) {
      await call(grafana);
    }
    await checkProxy(proxy);
  }
  return calls;
}

it('has exactly one route, with its verb, for every call of the client', async () => {
  const calls = await everyCall();
  expect(calls.length).toBeGreaterThanOrEqual(Object.keys(CALLS).length);
  expect(calls.filter((call) => routesFor(call).length !== 1)).toEqual([]);
});

it('has no route that nobody uses', async () => {
  const used = new Set((await everyCall()).flatMap(routesFor));
  expect(ROUTES.filter((route) => !used.has(route))).toEqual([]);
});

it('passes each call on to the very endpoint that it names', async () => {
  for (const call of await everyCall()) {
    const [route] = routesFor(call);
    const path = call.path.slice(PREFIX.length);
    const fixed = route?.path.split('/').slice(0, -1) ?? [];
    const rest = route?.path.endsWith('/*') ? `/${path.split('/').slice(fixed.length).join('/')}` : '';
    const target = route?.url.replace('{{ .JsonData.grafanaUrl }}', '').replace('{{ .JsonData.namespace }}', 'org-2');
    expect(`grafana${target}${rest}`).toBe(path);
  }
});

it('reaches the same endpoints through the stand-in’s proxy, with the token of the service account', async () => {
  const reached: string[] = [];
  const send: typeof fetch = async (input, init) => {
    const { method, url, headers } = new Request(input, init);
    reached.push(`${method} ${url} ${headers.get('Authorization')}`);
    return Response.json({});
  };
  const { as } = testGrafana({ plugin: pluginJson, send });
  const jsonData = { grafanaUrl: 'http://target.example/sub', namespace: 'org-2' };
  const settings = { enabled: true, jsonData, secureJsonData: { grafanaToken: 'glsa_x' } };
  expect((await as('admin')('POST', '/api/plugins/irmconnect-setup-app/settings', settings)).status).toBe(200);
  const calls = await everyCall();
  for (const call of calls) {
    await as('editor')(call.method, addressOf(call), call.body);
    const target = `http://target.example/sub/${addressOf(call).slice(`${PREFIX}grafana/`.length)}`;
    expect(reached.at(-1)).toBe(`${call.method} ${target} Bearer glsa_x`);
  }
  expect(reached).toHaveLength(calls.length);
});

it('lets Editors and Admins through, as the service account, and nobody else', () => {
  const headers = [{ name: 'Authorization', content: 'Bearer {{ .SecureJsonData.grafanaToken }}' }];
  for (const route of ROUTES) {
    expect(route).toMatchObject({
      reqRole: 'Editor',
      headers,
      url: expect.stringMatching(/^\{\{ \.JsonData\.grafanaUrl \}\}\/apis?\//),
    });
  }
});

it.each([
  ['DELETE', 'api/folders/somebody-elses'],
  ['GET', 'api/folders/irm-heartbeats/permissions'],
  ['POST', 'api/ruler/grafana/api/v1/rules/somebody-elses'],
  ['DELETE', 'api/ruler/grafana/api/v1/rules/irm-heartbeats/irmc-1'],
  ['DELETE', 'api/v1/provisioning/contact-points'],
  ['POST', 'apis/notifications.alerting.grafana.app/v1beta1/namespaces/default/receivers'],
  ['GET', 'apis/notifications.alerting.grafana.app/v0alpha1/namespaces/default/receivers'],
  ['DELETE', 'apis/notifications.alerting.grafana.app/v0alpha1/namespaces/default/receivers/SVJN'],
  ['GET', 'apis/notifications.alerting.grafana.app/v0alpha1/namespaces/default/routingtrees/user-defined'],
  ['GET', 'api/admin/settings'],
  ['DELETE', 'api/alertmanager/grafana/api/v2/silences'],
  ['GET', 'api/folders/somebody-elses/counts'],
  ['POST', 'api/alertmanager/grafana/api/v2/alerts'],
  ['POST', 'api/serviceaccounts'],
] as const)('keeps the service account from %s %s', (method, path) => {
  expect(routesFor({ method, path: `${PREFIX}grafana/${path}` })).toEqual([]);
});
