import { fakeClock } from '../../sandbox/clock';
import { createGrafana, type GrafanaOptions, type GrafanaStandIn } from '../../sandbox/grafana/standIn';
import { transportTo } from '../../tests/support/fetchTransport';
import { valueOf } from '../../tests/support/valueOf';
import type { GrafanaPort } from '../connection/port/grafanaPort';
import type { HeartbeatRule } from '../connection/model';
import { heartbeatRule, integration } from '../connection/testing/fixtures';
import pluginJson from '../plugin.json';
import { createGrafanaClient } from './grafanaClient';
import { checkProxy } from './proxyCheck';
import { proxyTransport } from '../transport/proxyTransport';
import { throughProxy } from './testing/throughProxy';
import type { Transport } from '../transport/transport';

const ROOT = 'http://grafana.example';
const TARGET = 'http://irm.example/integrations/v1/alertmanager/T0ken';

const HEARTBEAT = integration({
  uid: 'irmc-1-hb',
  name: 'IRM heartbeat',
  url: `${TARGET}/heartbeat/`,
  disableResolveMessage: true,
});

const RULE = heartbeatRule({
  uid: undefined,
  group: 'irmc-1',
  title: 'IRM heartbeat',
  labels: { irm_connection: '1', heartbeat: 'true', severity: 'none' },
  annotations: { summary: 'Always firing' },
  receiver: 'IRM heartbeat',
  version: undefined,
  stored: undefined,
  evaluationInterval: 10,
  pendingPeriod: 0,
  groupWait: 0,
  groupInterval: 1,
  repeatInterval: 60,
});

/** What Grafana adds to a rule. */
const ADDED = {
  query: expect.objectContaining({ condition: 'A' }),
  uid: expect.any(String) as string,
  version: expect.any(Number) as number,
  updatedAt: expect.any(Number) as number,
  stored: expect.any(Object) as object,
};

interface World {
  clock: ReturnType<typeof fakeClock>;
  standIn: GrafanaStandIn;
  delivered: string[];
}

type Kind = Pick<GrafanaOptions, 'version' | 'withoutRulerApi' | 'withoutProvisioningApi' | 'toggles'>;

const KINDS: Array<{ name: string } & Kind> = [
  { name: '12.3.0', version: '12.3.0' },
  { name: '12.4.0', version: '12.4.0' },
  { name: '13.2', version: '13.2.1' },
  { name: '13.2 without the ruler API', version: '13.2.1', withoutRulerApi: true },
  { name: '13.2 without the provisioning API', version: '13.2.1', withoutProvisioningApi: true },
  { name: '13.2 without both', version: '13.2.1', withoutRulerApi: true, withoutProvisioningApi: true },
];

function startWorld(kind: Kind): World {
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
  const standIn = createGrafana({ ...kind, clock, rootUrl: ROOT, send, plugin: pluginJson });
  return { clock, standIn, delivered };
}

/** The client as a page makes it: the version says where to look first. */
const clientOf = ({ version }: Kind, transport: Transport) =>
  createGrafanaClient(transport, { namespace: 'default', receiverTest: version === '13.2.1' ? 'v1beta1' : 'old' });

const asUser = ({ standIn }: World, credentials: string) => transportTo(standIn, credentials, ROOT);

/** An Editor's way through the proxy with a service account. */
const byProxy = (world: World) =>
  throughProxy(asUser(world, 'admin:admin'), asUser(world, 'editor:editorpass'), `${ROOT}/`);

const editorBy = async (way: 'session' | 'proxy', kind: Kind, world: World) =>
  clientOf(kind, way === 'proxy' ? await byProxy(world) : asUser(world, 'editor:editorpass'));

async function onlyRule(grafana: GrafanaPort): Promise<HeartbeatRule> {
  const { rules } = await valueOf(grafana.readFolderRules('irm-heartbeats'));
  const [rule] = rules;
  expect(rules).toHaveLength(1);
  return rule ?? RULE;
}

const integrations = async (grafana: GrafanaPort) => (await valueOf(grafana.listIntegrations())).value;

describe.each(KINDS)('Grafana $name', (kind) => {
  let world: World;
  beforeEach(() => {
    world = startWorld(kind);
  });
  afterEach(() => world.standIn.stop());

  it.each(['session', 'proxy'] as const)(
    'carries an Editor from nothing to beats and back again, by %s',
    async (way) => {
      const grafana = await editorBy(way, kind, world);

      const none = { state: 'hidden', title: undefined, rules: [], otherRules: [] };
      expect(await valueOf(grafana.readFolderRules('irm-heartbeats'))).toEqual(none);
      expect((await valueOf(grafana.listDataSources())).map(({ type }) => type)).toContain('prometheus');

      await valueOf(grafana.createIntegration(HEARTBEAT));
      expect(await integrations(grafana)).toContainEqual(HEARTBEAT);
      expect(await valueOf(grafana.testIntegration(HEARTBEAT))).toMatchObject({ kind: 'accepted' });
      const wrong = { ...HEARTBEAT, url: 'http://irm.example/integrations/v1/alertmanager/Wrong/' };
      expect(await valueOf(grafana.testIntegration(wrong))).toMatchObject({ kind: 'failed', cause: 'wrongKey' });

      const folder = { uid: 'irm-heartbeats', title: 'IRM heartbeats' };
      await valueOf(grafana.createFolder(folder));
      expect(await grafana.createFolder(folder)).toMatchObject({ error: { reason: 'changedMeanwhile' } });
      expect(await valueOf(grafana.readFolderRules('irm-heartbeats'))).toMatchObject({ state: 'present', rules: [] });

      world.delivered.splice(0);
      await valueOf(grafana.writeRule(RULE, undefined));
      const rule = await onlyRule(grafana);
      expect(rule).toEqual({ ...RULE, ...ADDED });
      // Without the ruler API the Alertmanager finds a new contact point at its next poll only.
      await world.clock.advance(kind.withoutRulerApi ? 80_000 : 20_000);
      expect([...new Set(world.delivered)]).toEqual(['/integrations/v1/alertmanager/T0ken/heartbeat/']);
      const states = await valueOf(grafana.ruleStatuses('irm-heartbeats'));
      expect(states.serverTime).toBe(world.clock.now());
      expect(states.value).toMatchObject([{ uid: rule.uid, state: 'firing', health: 'ok' }]);
      const deliveries = (await valueOf(grafana.deliveries())).value;
      expect(deliveries.find(({ name }) => name === HEARTBEAT.name)?.integrations).toMatchObject([
        { lastAttempt: expect.any(Number), lastError: undefined },
      ]);

      expect(await grafana.deleteIntegration(HEARTBEAT.uid)).toMatchObject({ error: { reason: 'inUse' } });
      expect(await grafana.deleteFolder('irm-heartbeats')).toMatchObject({ error: { reason: 'inUse' } });
      expect(await valueOf(grafana.folderCounts('irm-heartbeats'))).toEqual({ alertRules: 1, others: 0 });
      await valueOf(grafana.deleteRule(rule.uid ?? ''));
      await valueOf(grafana.deleteIntegration(HEARTBEAT.uid));
      await valueOf(grafana.deleteFolder('irm-heartbeats'));
      await valueOf(grafana.deleteFolder('irm-heartbeats'));
    }
  );

  it.each(['session', 'proxy'] as const)('renames a contact point under the rule that uses it, by %s', async (way) => {
    const grafana = await editorBy(way, kind, world);
    await valueOf(grafana.createIntegration(HEARTBEAT));
    await valueOf(grafana.createFolder({ uid: 'irm-heartbeats', title: 'IRM heartbeats' }));
    await valueOf(grafana.readFolderRules('irm-heartbeats'));
    await valueOf(grafana.writeRule(RULE, undefined));
    const renamed = { ...HEARTBEAT, name: 'IRM Pikett für Zürich', maxAlerts: 3 };
    await valueOf(grafana.updateIntegration(renamed, HEARTBEAT));
    expect(await integrations(grafana)).toContainEqual(renamed);
    expect((await onlyRule(grafana)).receiver).toBe(renamed.name);
    expect(await valueOf(grafana.locateRules([renamed.name]))).toMatchObject([{ title: RULE.title }]);
    expect(await valueOf(grafana.locateRules([HEARTBEAT.name]))).toEqual([]);
  });

  it.each(['session', 'proxy'] as const)('silences and lets speak again, by %s', async (way) => {
    const grafana = await editorBy(way, kind, world);
    const matchers = [{ name: 'heartbeat', value: 'true', isEqual: true, isRegex: false }];
    const times = { startsAt: world.clock.now(), endsAt: world.clock.now() + 3_600_000 };
    const silence = { matchers, ...times, createdBy: 'me', comment: 'quiet' };
    const id = await valueOf(grafana.createSilence(silence));
    expect(await valueOf(grafana.listSilences())).toEqual([{ ...silence, id, state: 'active' }]);
    await valueOf(grafana.expireSilence(id));
    expect((await valueOf(grafana.listSilences())).map(({ state }) => state)).toEqual(['expired']);
    expect(await valueOf(grafana.getSilence(id))).toMatchObject({ id, state: 'expired' });
    expect(await valueOf(grafana.getSilence('00000000-0000-4000-8000-000000000000'))).toBeUndefined();
  });

  it.each(['session', 'proxy'] as const)('locks, changes and unlocks a rule, by %s', async (way) => {
    const grafana = await editorBy(way, kind, world);
    if (kind.withoutProvisioningApi) {
      const locked = { ...HEARTBEAT, provenance: 'api' as const };
      expect(await grafana.createIntegration(locked)).toMatchObject({ error: { reason: 'cannotLock' } });
      return;
    }
    const lockedHeartbeat = { ...HEARTBEAT, provenance: 'api' as const };
    await valueOf(grafana.createIntegration(lockedHeartbeat));
    await valueOf(grafana.createFolder({ uid: 'irm-heartbeats', title: 'IRM heartbeats' }));
    await valueOf(grafana.readFolderRules('irm-heartbeats'));
    await valueOf(grafana.writeRule({ ...RULE, provenance: 'api' }, undefined));
    const locked = await onlyRule(grafana);
    expect(locked).toEqual({ ...RULE, ...ADDED, provenance: 'api' });
    const changed = { ...locked, repeatInterval: 120, evaluationInterval: 20 };
    await valueOf(grafana.writeRule(changed, locked));
    expect(await onlyRule(grafana)).toEqual({ ...changed, ...ADDED });
    await valueOf(grafana.writeRule({ ...changed, provenance: 'none' }, await onlyRule(grafana)));
    expect(await onlyRule(grafana)).toEqual({ ...changed, ...ADDED, provenance: 'none' });
    expect(await integrations(grafana)).toContainEqual(lockedHeartbeat);
    expect(await grafana.updateIntegration(HEARTBEAT, lockedHeartbeat)).toMatchObject({ error: { reason: 'locked' } });
  });

  it('lets a Viewer look and not touch', async () => {
    const viewer = clientOf(kind, asUser(world, 'viewer:viewerpass'));
    expect((await viewer.listIntegrations()).ok).toBe(true);
    expect(await viewer.createIntegration(HEARTBEAT)).toMatchObject({ error: { reason: 'forbidden' } });
    await valueOf(clientOf(kind, asUser(world, 'editor:editorpass')).createIntegration(HEARTBEAT));
    const changed = { ...HEARTBEAT, maxAlerts: 3 };
    expect(await viewer.updateIntegration(changed, HEARTBEAT)).toMatchObject({ error: { reason: 'forbidden' } });
    expect(await viewer.createFolder({ uid: 'a', title: 'A' })).toMatchObject({ error: { reason: 'forbidden' } });
    expect(await viewer.testIntegration(HEARTBEAT)).toMatchObject({ error: { reason: 'forbidden' } });
  });

  it('checks the service account of the proxy', async () => {
    const proxy = await byProxy(world);
    expect(await checkProxy(proxy)).toMatchObject({ ok: true, role: 'Editor', beyondEditor: [] });
    const asViewer = proxyTransport(asUser(world, 'viewer:viewerpass'));
    expect(await checkProxy(asViewer)).toMatchObject({ ok: false, problem: 'userRoleTooLow' });
    const asNobody = proxyTransport(asUser(world, 'editor:wrong'));
    expect(await checkProxy(asNobody)).toMatchObject({ ok: false, problem: 'signedOut' });
  });
});
