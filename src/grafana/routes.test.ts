import pluginJson from '../plugin.json';
import { success } from '../connection/result';
import type { GrafanaPort } from '../connection/port/grafanaPort';
import type { HeartbeatRule, Integration } from '../connection/model';
import type { StatusPort } from '../connection/port/grafanaPort';
import { createCadenceClient } from './cadenceClient';
import { createGrafanaClient } from './grafanaClient';
import { checkProxy } from './proxyCheck';
import { proxyTransport } from './proxyTransport';
import { createStatusClient } from './status/statusClient';
import type { Call, Transport } from './transport';

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

const CONTACT_POINT: Integration = {
  uid: 'irmc-1',
  name: 'IRM',
  url: 'https://irm.example/integrations/v1/alertmanager/T0ken/',
  maxAlerts: 0,
  disableResolveMessage: false,
  locked: false,
  otherSettings: {},
};

const RULE: HeartbeatRule = {
  uid: 'abc',
  folderUid: 'irm-heartbeats',
  group: 'irmc-1',
  title: 'IRM heartbeat',
  labels: {},
  annotations: {},
  scope: { kind: 'alerting' },
  receiver: 'IRM',
  muteTimings: [],
  isPaused: false,
  locked: false,
  evaluationInterval: 10,
  pendingPeriod: 0,
  groupWait: 0,
  groupInterval: 1,
  repeatInterval: 60,
};

const CALLS: Record<keyof GrafanaPort, (grafana: GrafanaPort) => Promise<unknown>> = {
  listContactPoints: (grafana) => grafana.listContactPoints(),
  createContactPoint: (grafana) => grafana.createContactPoint(CONTACT_POINT),
  updateContactPoint: (grafana) => grafana.updateContactPoint(CONTACT_POINT),
  deleteContactPoint: (grafana) => grafana.deleteContactPoint('irmc-1'),
  getFolder: (grafana) => grafana.getFolder('irm-heartbeats'),
  createFolder: (grafana) => grafana.createFolder({ uid: 'irm-heartbeats', title: 'IRM heartbeats' }),
  deleteFolder: (grafana) => grafana.deleteFolder('irm-heartbeats'),
  listRules: (grafana) => grafana.listRules('irm-heartbeats'),
  writeRule: (grafana) => grafana.writeRule(RULE, 'locked'),
  deleteRule: (grafana) => grafana.deleteRule(RULE),
  ruleStatuses: (grafana) => grafana.ruleStatuses('irm-heartbeats'),
  receiverStatuses: (grafana) => grafana.receiverStatuses(),
  testContactPoint: (grafana) => grafana.testContactPoint(CONTACT_POINT),
  listDataSources: (grafana) => grafana.listDataSources(),
};

const STATUS_CALLS: Record<keyof StatusPort, (status: StatusPort) => Promise<unknown>> = {
  listContactPoints: (status) => status.listContactPoints(),
  readFolderRules: (status) => status.readFolderRules('irm-heartbeats'),
  ruleStatuses: (status) => status.ruleStatuses('irm-heartbeats'),
  deliveries: (status) => status.deliveries(),
  alertsWithLabel: (status) => status.alertsWithLabel('heartbeat', 'true'),
  stateHistory: (status) => status.stateHistory('abc', 0, 1000),
  alertmanagerChoice: (status) => status.alertmanagerChoice(),
  getSilence: (status) => status.getSilence('5-a'),
  expireSilence: (status) => status.expireSilence('5-a'),
  createSilence: (status) =>
    status.createSilence({ matchers: [], startsAt: 0, endsAt: 1000, createdBy: 'me', comment: 'again' }),
  listMuteTimings: (status) => status.listMuteTimings(),
};

/** Answers reads of rules with the one rule, tests with "not here", so that every branch is walked. */
function recordingTransport(calls: Call[]): Transport {
  const group = { name: 'irmc-1', rules: [{ grafana_alert: { uid: 'abc', title: 'IRM heartbeat' } }] };
  return {
    way: 'session',
    request: async (call) => {
      calls.push(call);
      const isTest = call.path.endsWith('/test');
      const body = call.path.includes('/ruler/') && call.method === 'GET' ? { IRM: [group] } : {};
      return success({ status: isTest ? 404 : 200, body, date: undefined, redirected: false });
    },
  };
}

async function everyCall(): Promise<Call[]> {
  const calls: Call[] = [];
  const proxy = proxyTransport(recordingTransport(calls));
  const grafana = createGrafanaClient(proxy, { namespace: 'org-2', receiverTest: 'old' });
  for (const call of Object.values(CALLS)) {
    await call(grafana);
  }
  await checkProxy(proxy);
  const cadence = createCadenceClient(proxy);
  await cadence.findRules({ name: 'disk', after: 'token' });
  await cadence.readAlerts({ uid: 'disk', folderUid: 'servers', group: 'disks' });
  await cadence.readPolicies();
  const status = createStatusClient(proxy);
  for (const call of Object.values(STATUS_CALLS)) {
    await call(status);
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
    const rest = route?.path.endsWith('/*') ? `/${path.slice(route.path.length - 1)}` : '';
    const target = route?.url.replace('{{ .JsonData.grafanaUrl }}', '').replace('{{ .JsonData.namespace }}', 'org-2');
    expect(`grafana${target}${rest}`).toBe(path);
  }
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
  ['GET', 'api/admin/settings'],
  ['GET', 'api/alertmanager/grafana/api/v2/silences'],
  ['POST', 'api/alertmanager/grafana/api/v2/alerts'],
  ['POST', 'api/serviceaccounts'],
] as const)('keeps the service account from %s %s', (method, path) => {
  expect(routesFor({ method, path: `${PREFIX}grafana/${path}` })).toEqual([]);
});
