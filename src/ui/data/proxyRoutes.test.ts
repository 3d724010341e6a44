import { testGrafana } from '../../../sandbox/grafana/testGrafana';
import pluginJson from '../../plugin.json';
import { success } from '../../connection/result';
import type { IrmPort } from '../../connection/irm/irmPort';
import type { GrafanaPort } from '../../connection/port/grafanaPort';
import { heartbeatRule, integration } from '../../connection/testing/fixtures';
import { createGrafanaClient } from '../../grafana/grafanaClient';
import { createIrmClient } from '../../irm/irmClient';
import { checkProxy } from '../../grafana/proxyCheck';
import { proveSame } from '../../grafana/sameGrafana';
import { proxyTransport } from '../../transport/proxyTransport';
import { addressOf, type Call, type Transport } from '../../transport/transport';

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

/** What stands for the addresses in a route is named like the beginning of its path. */
const TEMPLATES = {
  '{{ .JsonData.grafanaUrl }}': 'grafana',
  '{{ .JsonData.irmApiUrl }}': 'irm',
  '{{ .JsonData.namespace }}': 'org-2',
};

const routesFor = ({ method, path }: Pick<Call, 'method' | 'path'>) =>
  ROUTES.filter((route) => route.method === method && matches(route.path, path.slice(PREFIX.length)));

const WEBHOOK = integration({ uid: 'irmc-1', name: 'IRM' });
const RULE = heartbeatRule({ uid: 'abc', group: 'irmc-1' });
const SILENCE = { matchers: [], startsAt: 0, endsAt: 1000, createdBy: 'me', comment: 'again' };

const PARTS = ['contactPoints', 'rules', 'policies'] as const;

const CALLS: Record<
  Exclude<keyof GrafanaPort, 'evaluation' | 'isOwnFolderOnly'>,
  (grafana: GrafanaPort) => Promise<unknown>
> = {
  listIntegrations: (grafana) => grafana.listIntegrations(),
  createIntegration: (grafana) => grafana.createIntegration(WEBHOOK),
  updateIntegration: (grafana) => grafana.updateIntegration({ ...WEBHOOK, name: 'IRM 2' }, WEBHOOK),
  deleteIntegration: async (grafana) => [
    await grafana.deleteIntegration('irmc-1'),
    await grafana.deleteIntegration('irmc-2'),
  ],
  createFolder: (grafana) => grafana.createFolder({ uid: 'irm-heartbeats', title: 'IRM heartbeats' }),
  deleteFolder: (grafana) => grafana.deleteFolder('irm-heartbeats'),
  findsFolder: (grafana) => grafana.findsFolder('irm-heartbeats'),
  folderCounts: (grafana) => grafana.folderCounts('irm-heartbeats'),
  readFolderRules: (grafana) => grafana.readFolderRules('irm-heartbeats'),
  writeRule: async (grafana) => [
    // A reading decides which API there is.
    await grafana.readFolderRules('irm-heartbeats'),
    await grafana.writeRule({ ...RULE, provenance: 'api' }, RULE),
    await grafana.writeRule({ ...RULE, isPaused: true }, RULE),
    await grafana.writeRule({ ...RULE, uid: undefined }, undefined),
  ],
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
  findRules: (grafana) => grafana.findRules({ name: 'disk', after: 'token' }),
  readRuleGroup: (grafana) => grafana.readRuleGroup('team', 'watchdogs'),
  placeOfRule: (grafana) => grafana.placeOfRule('abc'),
  locateRules: (grafana) => grafana.locateRules(['IRM heartbeat']),
  alertsTo: (grafana) => grafana.alertsTo(['IRM heartbeat']),
  listFolders: async (grafana) => [await grafana.listFolders(), await grafana.listFolders('team')],
  readAlerts: (grafana) => grafana.readAlerts({ uid: 'disk', folderUid: 'servers', group: 'disks' }),
  listReceiverUses: (grafana) => grafana.listReceiverUses(),
  readPolicies: (grafana) => grafana.readPolicies(),
  readTree: (grafana) => grafana.readTree(),
  writeTree: async (grafana) => {
    const read = await grafana.readTree();
    return read.ok ? grafana.writeTree(read.value.root, read.value) : read;
  },
  readRuleRouting: (grafana) => grafana.readRuleRouting('abc'),
  writeRuleRouting: async (grafana) => {
    const read = await grafana.readRuleRouting('abc');
    return read.ok ? grafana.writeRuleRouting({ receiver: 'IRM' }, read.value) : read;
  },
  exportFile: (grafana) => Promise.all(PARTS.map((part) => grafana.exportFile(part))),
  exportTerraform: (grafana) => Promise.all(PARTS.map((part) => grafana.exportTerraform(part))),
  readOtherTrees: (grafana) => grafana.readOtherTrees(),
  listAlerts: (grafana) => grafana.listAlerts(),
};

const WISH = {
  type: 'webhook',
  name: 'IRM',
  description: '',
  teamId: undefined,
  escalationChainId: undefined,
  templates: {},
};

const IRM_CALLS: Record<keyof IrmPort, (irm: IrmPort) => Promise<unknown>> = {
  listIntegrations: (irm) => irm.listIntegrations({ page: 2, name: 'IRM' }),
  getIntegration: (irm) => irm.getIntegration('C1'),
  createIntegration: (irm) => irm.createIntegration(WISH),
  updateIntegration: (irm) => irm.updateIntegration('C1', { escalationChainId: 'F1' }),
  listTeams: (irm) => irm.listTeams(),
  listEscalationChains: (irm) => irm.listEscalationChains(),
  listAlertGroups: (irm) => irm.listAlertGroups({ integrationId: 'C1', state: 'firing' }),
  getAlertGroup: (irm) => irm.getAlertGroup('I1'),
  resolveAlertGroup: (irm) => irm.resolveAlertGroup('I1'),
  tokenOwner: (irm) => irm.tokenOwner(),
  mayCreateIntegrations: (irm) => irm.mayCreateIntegrations(),
  mayResolveAlertGroups: (irm) => irm.mayResolveAlertGroups(),
};

/** A contact point of the app platform, so that it is written back. */
const RECEIVER = {
  metadata: { resourceVersion: '1' },
  spec: {
    title: WEBHOOK.name,
    integrations: [{ uid: WEBHOOK.uid, type: 'webhook', settings: { url: WEBHOOK.url } }],
  },
};

const RECEIVERS = { items: [RECEIVER, { ...RECEIVER, spec: { ...RECEIVER.spec, integrations: twoOf(RECEIVER) } }] };

function twoOf({ spec }: typeof RECEIVER) {
  return [
    { ...spec.integrations[0], uid: 'irmc-2' },
    { ...spec.integrations[0], uid: 'irmc-3' },
  ];
}

const RULE_OBJECT = {
  metadata: { name: 'abc', annotations: { 'grafana.app/folder': 'irm-heartbeats' } },
  spec: { title: 'IRM', trigger: { interval: '1m' }, expressions: {} },
};

/** What is there and answers in its form; everything else is not there, or answers something else. */
interface There {
  first: 'old' | 'v1beta1';
  isThere(call: Call): boolean;
}

const isOlder = ({ path }: Call) => /^\/api\/(ruler|v1\/provisioning)/.test(path.slice(`${PREFIX}grafana`.length));

const SERVERS: There[] = [
  { first: 'old', isThere: () => true },
  { first: 'v1beta1', isThere: (call) => !isOlder(call) },
  { first: 'old', isThere: ({ path }) => !path.includes('/apis/') },
  { first: 'old', isThere: () => false },
];

function bodyOf({ method, path }: Call): unknown {
  if (method !== 'GET') {
    return {};
  }
  if (path.includes('/receivers/')) {
    return RECEIVER;
  }
  if (path.includes('.app/v1beta1/') && path.endsWith('/receivers')) {
    return RECEIVERS;
  }
  if (path.endsWith('/alertrules/abc')) {
    return RULE_OBJECT;
  }
  if (path.endsWith('/alertrules')) {
    return { items: [], metadata: {} };
  }
  if (path.endsWith('/alert-rules/abc')) {
    return { uid: 'abc', title: 'IRM', folderUID: 'team' };
  }
  if (path.endsWith('/routingtrees')) {
    return { items: [{ metadata: { name: 'user-defined' }, spec: { defaults: { receiver: 'mail' }, routes: [] } }] };
  }
  if (path.endsWith('/policies')) {
    return { receiver: 'mail' };
  }
  return path.endsWith('/folders/irm-heartbeats') ? { uid: 'irm-heartbeats', title: 'IRM heartbeats' } : {};
}

/** Of a Grafana without the plugin, whose name the check of the service account then asks for. */
const notThere = ({ path }: Call) =>
  path.endsWith('/settings') ? 'Plugin not found, no installed plugin with that id' : 'not found';

const answerWith = (status: number, body: unknown) => success({ status, body, date: undefined, redirected: false });

/** The person's own way to the settings of this Grafana, which no route is needed for. */
function settingsOf(): Transport {
  let stored: object = { id: pluginJson.id, enabled: true, pinned: true };
  return {
    way: 'session',
    request: async ({ method, body }) => {
      stored = method === 'POST' ? { ...stored, ...(body as object) } : stored;
      return answerWith(200, stored);
    },
  };
}

/** Every call of the clients to an older Grafana, to one with the newer APIs alone, and to nothing, so that every branch is walked. */
async function everyCall(): Promise<Call[]> {
  const calls: Call[] = [];
  for (const { first, isThere } of SERVERS) {
    const session: Transport = {
      way: 'session',
      request: async (call) => {
        calls.push(call);
        return isThere(call) ? answerWith(200, bodyOf(call)) : answerWith(404, { message: notThere(call) });
      },
    };
    const proxy = proxyTransport(session);
    const grafana = createGrafanaClient(proxy, { namespace: 'org-2', receiverTest: first });
    for (const call of Object.values(CALLS)) {
      await call(grafana);
    }
    await checkProxy(proxy);
    await proveSame(settingsOf(), proxy);
    const irm = createIrmClient(proxyTransport(session, { target: 'irm' }));
    for (const call of Object.values(IRM_CALLS)) {
      await call(irm);
    }
  }
  return calls;
}

it('has exactly one route, with its verb, for every call of the clients', async () => {
  const calls = await everyCall();
  expect(calls.length).toBeGreaterThanOrEqual(Object.keys(CALLS).length + Object.keys(IRM_CALLS).length);
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
    const target = Object.entries(TEMPLATES).reduce((url, [name, value]) => url.replace(name, value), route?.url ?? '');
    expect(`${target}${rest}`).toBe(path);
  }
});

it('reaches the same endpoints through the stand-in’s proxy, each server with its own token only', async () => {
  const reached: string[] = [];
  const send: typeof fetch = async (input, init) => {
    const { method, url, headers } = new Request(input, init);
    reached.push([method, url, headers.get('Authorization'), headers.get('X-Grafana-URL')].join(' '));
    return Response.json({});
  };
  const { as } = testGrafana({ plugin: pluginJson, send });
  const jsonData = {
    grafanaUrl: 'http://target.example/sub',
    namespace: 'org-2',
    irmApiUrl: 'https://irm.example/oncall',
    irmStackUrl: 'https://stack.example',
  };
  const settings = { enabled: true, jsonData, secureJsonData: { grafanaToken: 'glsa_x', irmToken: 'glsa_irm' } };
  expect((await as('admin')('POST', '/api/plugins/irmconnect-setup-app/settings', settings)).status).toBe(200);
  const calls = await everyCall();
  for (const call of calls) {
    const [route] = routesFor(call);
    await as(route?.reqRole === 'Admin' ? 'admin' : 'editor')(call.method, addressOf(call), call.body);
    const [target, ...rest] = addressOf(call).slice(PREFIX.length).split('/');
    const [base, sent] =
      target === 'irm'
        ? [jsonData.irmApiUrl, 'glsa_irm https://stack.example']
        : [jsonData.grafanaUrl, 'Bearer glsa_x '];
    expect(reached.at(-1)).toBe(`${call.method} ${base}/${rest.join('/')} ${sent}`);
  }
  expect(reached).toHaveLength(calls.length);
});

/** What the check on the configuration page asks. */
const OF_ADMINS = ['grafana/api/plugins/irmconnect-setup-app/settings', 'grafana/api/org'];

it('lets Editors and Admins through, as the service account, and Admins alone where their own page asks', () => {
  const grafana = {
    headers: [{ name: 'Authorization', content: 'Bearer {{ .SecureJsonData.grafanaToken }}' }],
    url: expect.stringMatching(/^\{\{ \.JsonData\.grafanaUrl \}\}\/apis?\//),
  };
  // IRM refuses "Bearer", and takes no notice of the stack's address beside an API key.
  const irm = {
    headers: [
      { name: 'Authorization', content: '{{ .SecureJsonData.irmToken }}' },
      { name: 'X-Grafana-URL', content: '{{ orEmpty .JsonData.irmStackUrl }}' },
    ],
    url: expect.stringMatching(/^\{\{ \.JsonData\.irmApiUrl \}\}\/api\/v1\//),
  };
  for (const route of ROUTES) {
    const reqRole = OF_ADMINS.includes(route.path) ? 'Admin' : 'Editor';
    expect(route).toMatchObject({ reqRole, ...(route.path.startsWith('irm/') ? irm : grafana) });
  }
});

it.each([
  ['DELETE', 'integrations/C1'],
  ['DELETE', 'alert_groups/I1'],
  ['GET', 'alerts'],
  ['PUT', 'alert_groups/I1'],
  ['POST', 'escalation_chains'],
  ['GET', 'users'],
  ['POST', 'make_call'],
] as const)('keeps IRM’s token from %s %s', (method, path) => {
  expect(routesFor({ method, path: `${PREFIX}irm/api/v1/${path}` })).toEqual([]);
});

it.each([
  ['DELETE', 'api/folders/somebody-elses'],
  ['GET', 'api/folders/irm-heartbeats/permissions'],
  ['POST', 'api/ruler/grafana/api/v1/rules/somebody-elses'],
  ['PUT', 'api/v1/provisioning/folder/somebody-elses/rule-groups/g'],
  ['DELETE', 'api/ruler/grafana/api/v1/rules/irm-heartbeats/irmc-1'],
  ['DELETE', 'api/v1/provisioning/contact-points'],
  ['POST', 'apis/notifications.alerting.grafana.app/v1beta1/namespaces/default/routingtrees'],
  ['DELETE', 'apis/notifications.alerting.grafana.app/v1beta1/namespaces/default/routingtrees/user-defined'],
  ['DELETE', 'api/v1/provisioning/policies'],
  ['POST', 'api/v1/provisioning/alert-rules'],
  ['POST', 'apis/rules.alerting.grafana.app/v0alpha1/namespaces/default/recordingrules'],
  ['POST', 'apis/notifications.alerting.grafana.app/v0alpha1/namespaces/default/receivers'],
  ['DELETE', 'apis/notifications.alerting.grafana.app/v0alpha1/namespaces/default/receivers/SVJN'],
  ['GET', 'apis/notifications.alerting.grafana.app/v0alpha1/namespaces/default/routingtrees/user-defined'],
  ['GET', 'api/admin/settings'],
  ['DELETE', 'api/alertmanager/grafana/api/v2/silences'],
  ['GET', 'api/folders/somebody-elses/counts'],
  ['POST', 'api/alertmanager/grafana/api/v2/alerts'],
  ['POST', 'api/serviceaccounts'],
  ['POST', 'api/plugins/irmconnect-setup-app/settings'],
  ['GET', 'api/plugins/another-app/settings'],
  ['PUT', 'api/org'],
] as const)('keeps the service account from %s %s', (method, path) => {
  expect(routesFor({ method, path: `${PREFIX}grafana/${path}` })).toEqual([]);
});
