import { fakeClock } from '../../sandbox/clock';
import { createGrafana, type GrafanaStandIn } from '../../sandbox/grafana/standIn';
import { fetchTransport } from '../../tests/support/fetchTransport';
import type { GrafanaPort } from '../connection/port/grafanaPort';
import type { HeartbeatRule, Integration } from '../connection/model';
import type { Result } from '../connection/result';
import pluginJson from '../plugin.json';
import { createGrafanaClient } from './grafanaClient';
import { checkProxy } from './proxyCheck';
import { proxyTransport } from './proxyTransport';
import { saveSettings } from './settings';
import type { Transport } from './transport';

const ROOT = 'http://grafana.example';
const TARGET = 'http://irm.example/integrations/v1/alertmanager/T0ken';

const HEARTBEAT: Integration = {
  uid: 'irmc-1-hb',
  name: 'IRM heartbeat',
  url: `${TARGET}/heartbeat/`,
  maxAlerts: 0,
  disableResolveMessage: true,
  locked: false,
  otherSettings: {},
};

const RULE: HeartbeatRule = {
  uid: undefined,
  folderUid: 'irm-heartbeats',
  group: 'irmc-1',
  title: 'IRM heartbeat',
  labels: { irm_connection: '1', heartbeat: 'true', severity: 'none' },
  annotations: { summary: 'Always firing' },
  scope: { kind: 'alerting' },
  receiver: 'IRM heartbeat',
  muteTimings: [],
  isPaused: false,
  locked: false,
  evaluationInterval: 10,
  pendingPeriod: 0,
  groupWait: 0,
  groupInterval: 1,
  repeatInterval: 60,
};

interface World {
  clock: ReturnType<typeof fakeClock>;
  standIn: GrafanaStandIn;
  delivered: string[];
}

function startWorld(version: '12.3.0' | '12.4.0' | '13.0.0'): World {
  const delivered: string[] = [];
  const clock = fakeClock(Date.UTC(2026, 10, 23, 8));
  const send = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    if (request.url.startsWith(ROOT)) {
      return standIn.fetch(request);
    }
    delivered.push(new URL(request.url).pathname);
    return new Response('Ok.', { status: request.url.includes('T0ken') ? 200 : 403 });
  };
  const standIn = createGrafana({ version, clock, rootUrl: ROOT, send, plugin: pluginJson });
  return { clock, standIn, delivered };
}

const asUser = ({ standIn }: World, credentials: string) =>
  fetchTransport({ baseUrl: ROOT, credentials, fetch: (request) => standIn.fetch(request) });

/** Creates a service account, stores its token in the plugin's settings and answers the way through the proxy. */
async function throughProxy(world: World): Promise<Transport> {
  const admin = asUser(world, 'admin:admin');
  const create = async (path: string, body: object) => {
    const { status, body: made } = await value(admin.request({ method: 'POST', path, body }));
    expect([200, 201]).toContain(status);
    return made as { id: number; key: string };
  };
  const { id } = await create('/api/serviceaccounts', { name: 'of this test', role: 'Editor' });
  const { key } = await create(`/api/serviceaccounts/${id}/tokens`, { name: 'token' });
  await create('/api/plugins/irmconnect-setup-app/settings', { enabled: true, pinned: true, jsonData: {} });
  const settings = { access: 'proxy' as const, grafanaUrl: `${ROOT}/`, irmUrl: '', namespace: 'default' };
  expect(await saveSettings({ ...settings, grafanaToken: key }, admin)).toEqual({ ok: true, value: undefined });
  return proxyTransport(asUser(world, 'editor:editorpass'));
}

async function value<T>(result: Promise<Result<T, unknown>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) {
    throw new Error(JSON.stringify(settled.error));
  }
  return settled.value;
}

const onlyRule = async (grafana: GrafanaPort) => {
  const [rule, ...others] = await value(grafana.listRules('irm-heartbeats'));
  expect(others).toEqual([]);
  return rule;
};

describe.each(['12.3.0', '12.4.0', '13.0.0'] as const)('Grafana %s', (version) => {
  let world: World;
  beforeEach(() => {
    world = startWorld(version);
  });
  afterEach(() => world.standIn.stop());

  it.each(['session', 'proxy'])('carries an Editor from nothing to beats and back again, by %s', async (way) => {
    const editor = asUser(world, 'editor:editorpass');
    const grafana = createGrafanaClient(way === 'proxy' ? await throughProxy(world) : editor);

    expect(await value(grafana.getFolder('irm-heartbeats'))).toBeUndefined();
    expect(await value(grafana.listRules('irm-heartbeats'))).toEqual([]);
    expect((await value(grafana.listDataSources())).map(({ type }) => type)).toContain('prometheus');

    await value(grafana.createContactPoint(HEARTBEAT));
    expect((await value(grafana.listContactPoints())).webhooks).toContainEqual(HEARTBEAT);
    expect(await value(grafana.testContactPoint(HEARTBEAT))).toMatchObject({ kind: 'accepted' });
    const wrong = { ...HEARTBEAT, url: 'http://irm.example/integrations/v1/alertmanager/Wrong/' };
    expect(await value(grafana.testContactPoint(wrong))).toMatchObject({ kind: 'failed', cause: 'wrongKey' });

    const folder = { uid: 'irm-heartbeats', title: 'IRM heartbeats' };
    await value(grafana.createFolder(folder));
    expect(await grafana.createFolder(folder)).toMatchObject({ error: { reason: 'changedMeanwhile' } });
    expect(await value(grafana.getFolder('irm-heartbeats'))).toEqual(folder);

    world.delivered.splice(0);
    await value(grafana.writeRule(RULE, 'editable'));
    const rule = await onlyRule(grafana);
    expect(rule).toEqual({ ...RULE, uid: expect.any(String) });
    await world.clock.advance(20_000);
    expect(world.delivered).toEqual(['/integrations/v1/alertmanager/T0ken/heartbeat/']);
    const states = await value(grafana.ruleStatuses('irm-heartbeats'));
    expect(states.serverTime).toBe(world.clock.now());
    expect(states.value).toMatchObject([{ uid: rule?.uid, state: 'firing', health: 'ok' }]);
    const receivers = (await value(grafana.receiverStatuses())).value;
    expect(receivers.find(({ name }) => name === HEARTBEAT.name)?.integrations).toMatchObject([
      { lastAttempt: expect.any(Number), lastError: undefined },
    ]);

    expect(await grafana.deleteContactPoint(HEARTBEAT.uid)).toMatchObject({ error: { reason: 'inUse' } });
    expect(await grafana.deleteFolder('irm-heartbeats')).toMatchObject({ error: { reason: 'inUse' } });
    await value(grafana.deleteRule({ ...RULE, uid: rule?.uid }));
    await value(grafana.deleteRule({ ...RULE, uid: rule?.uid }));
    await value(grafana.deleteContactPoint(HEARTBEAT.uid));
    await value(grafana.deleteFolder('irm-heartbeats'));
    await value(grafana.deleteFolder('irm-heartbeats'));
  });

  it.each(['session', 'proxy'])('locks, changes and unlocks a rule, by %s', async (way) => {
    const editor = asUser(world, 'editor:editorpass');
    const grafana = createGrafanaClient(way === 'proxy' ? await throughProxy(world) : editor);
    await value(grafana.createContactPoint({ ...HEARTBEAT, locked: true }));
    await value(grafana.createFolder({ uid: 'irm-heartbeats', title: 'IRM heartbeats' }));
    await value(grafana.writeRule(RULE, 'locked'));
    const locked = await onlyRule(grafana);
    expect(locked).toEqual({ ...RULE, uid: expect.any(String), locked: true });
    const changed = { ...RULE, uid: locked?.uid, repeatInterval: 120, evaluationInterval: 20 };
    await value(grafana.writeRule(changed, 'locked'));
    expect(await onlyRule(grafana)).toEqual({ ...changed, locked: true });
    await value(grafana.writeRule(changed, 'editable'));
    expect(await onlyRule(grafana)).toEqual(changed);
    const [contactPoint] = (await value(grafana.listContactPoints())).webhooks.filter(
      ({ uid }) => uid === HEARTBEAT.uid
    );
    expect(contactPoint?.locked).toBe(true);
    expect(await grafana.updateContactPoint(HEARTBEAT)).toMatchObject({ error: { reason: 'locked' } });
  });

  it('lets a Viewer look and not touch', async () => {
    const viewer = createGrafanaClient(asUser(world, 'viewer:viewerpass'));
    expect((await viewer.listContactPoints()).ok).toBe(true);
    expect(await viewer.createContactPoint(HEARTBEAT)).toMatchObject({ error: { reason: 'forbidden' } });
    expect(await viewer.createFolder({ uid: 'a', title: 'A' })).toMatchObject({ error: { reason: 'forbidden' } });
    expect(await viewer.testContactPoint(HEARTBEAT)).toMatchObject({ error: { reason: 'forbidden' } });
  });

  it('checks the service account of the proxy', async () => {
    const proxy = await throughProxy(world);
    expect(await checkProxy(proxy)).toEqual({ ok: true, role: 'Editor', beyondEditor: [] });
    const asViewer = proxyTransport(asUser(world, 'viewer:viewerpass'));
    expect(await checkProxy(asViewer)).toMatchObject({ ok: false, problem: 'userRoleTooLow' });
    const asNobody = proxyTransport(asUser(world, 'editor:wrong'));
    expect(await checkProxy(asNobody)).toMatchObject({ ok: false, problem: 'signedOut' });
  });
});
