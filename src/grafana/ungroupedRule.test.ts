import { testGrafana } from '../../sandbox/grafana/testGrafana';
import { transportTo } from '../../tests/support/fetchTransport';
import { CONNECTION_LABEL } from '../connection/desired/objects';
import type { HeartbeatRule } from '../connection/model';
import { createGrafanaClient } from './grafanaClient';

const OBJECTS = '/apis/rules.alerting.grafana.app/v0alpha1/namespaces/default/alertrules';
const PROVISIONING = '/api/v1/provisioning';
const ID = '07a39472fb';

/** A rule that the newer editor took out of its group, with fields that the plugin does not model. */
const SPEC = {
  title: 'IRM heartbeat',
  trigger: { interval: '10s' },
  labels: { [CONNECTION_LABEL]: ID },
  for: '30s',
  keepFiringFor: '5m',
  missingSeriesEvalsToResolve: 3,
  noDataState: 'OK',
  execErrState: 'OK',
  notificationSettings: {
    receiver: 'Beat',
    groupBy: ['alertname', 'grafana_folder', 'team'],
    groupWait: '0s',
    groupInterval: '1s',
    repeatInterval: '1m',
    activeTimeIntervals: ['office hours'],
  },
  expressions: {
    A: {
      relativeTimeRange: { from: '10m0s', to: '0s' },
      datasourceUID: 'prom',
      model: { refId: 'A', expr: 'vector(1) > 0', instant: true, range: false },
      source: true,
    },
  },
};

interface Seen {
  spec: object;
  metadata: { labels: object };
}

async function startWorld(options: { withoutRulerApi?: boolean; withoutProvisioningApi?: boolean }) {
  const { grafana, as } = testGrafana({ version: '13.2.1', ...options });
  const editor = as('editor', { 'X-Disable-Provenance': 'true' });
  const receiver = { type: 'webhook', version: 'v1', settings: { url: 'http://irm.example/beat/' } };
  const metadata = { name: 'somebodys', annotations: { 'grafana.app/folder': 'irm-heartbeats' } };
  if (!options.withoutProvisioningApi) {
    await editor('POST', `${PROVISIONING}/mute-timings`, { name: 'office hours', time_intervals: [] });
  }
  const spec = options.withoutProvisioningApi
    ? { ...SPEC, notificationSettings: { ...SPEC.notificationSettings, activeTimeIntervals: undefined } }
    : SPEC;
  const made = [
    await editor('POST', '/api/folders', { uid: 'irm-heartbeats', title: 'IRM heartbeats' }),
    await editor('POST', '/apis/notifications.alerting.grafana.app/v1beta1/namespaces/default/receivers', {
      spec: { title: 'Beat', integrations: [receiver] },
    }),
    await editor('POST', OBJECTS, { metadata, spec }),
  ];
  expect(made.map(({ status }) => status)).toEqual([200, 201, 201]);
  const transport = transportTo(grafana, 'editor:editorpass');
  const client = createGrafanaClient(transport, { namespace: 'default', receiverTest: 'v1beta1' });
  return {
    client,
    stored: async () => (await editor('GET', `${OBJECTS}/somebodys`)).body as Seen,
    async rule(): Promise<HeartbeatRule> {
      const read = await client.readFolderRules('irm-heartbeats');
      const rule = read.ok ? read.value.rules[0] : undefined;
      if (!rule) {
        throw new Error('no rule');
      }
      return rule;
    },
  };
}

describe.each([
  ['through the ruler API', {}],
  ['through the newer rule API', { withoutRulerApi: true }],
  ['through the newer rule API alone', { withoutRulerApi: true, withoutProvisioningApi: true }],
])('a heartbeat rule that somebody took out of its group, %s', (_, options) => {
  it('reads like any other', async () => {
    const { rule } = await startWorld(options);
    expect(await rule()).toMatchObject({
      uid: 'somebodys',
      group: 'somebodys',
      labels: { [CONNECTION_LABEL]: ID },
      scope: { kind: 'dataSource', dataSourceUid: 'prom' },
      receiver: 'Beat',
      ...{ evaluationInterval: 10, pendingPeriod: 30, groupWait: 0, groupInterval: 1, repeatInterval: 60 },
    });
  });

  it('is paused and resumed, and nothing else of it changes', async () => {
    const { client, rule, stored } = await startWorld(options);
    const before = await stored();
    const running = await rule();
    expect(await client.writeRule({ ...running, isPaused: true }, running)).toEqual({ ok: true, value: undefined });
    expect((await stored()).spec).toEqual({ ...before.spec, paused: true });
    const paused = await rule();
    expect(paused).toMatchObject({ isPaused: true, version: (running.version ?? 0) + 1 });
    expect(await client.writeRule({ ...paused, isPaused: false }, paused)).toEqual({ ok: true, value: undefined });
    expect((await stored()).spec).toEqual(before.spec);
    expect((await stored()).metadata.labels).toEqual({ 'grafana.app/folder': 'irm-heartbeats' });
  });

  it('is changed and removed', async () => {
    const { client, rule } = await startWorld(options);
    const before = await rule();
    const wanted = { ...before, scope: { kind: 'alerting' } as const, repeatInterval: 120, pendingPeriod: 0 };
    expect(await client.writeRule(wanted, before)).toEqual({ ok: true, value: undefined });
    expect(await rule()).toMatchObject({ scope: { kind: 'alerting' }, repeatInterval: 120, pendingPeriod: 0 });
    expect(await client.deleteRule('somebodys')).toEqual({ ok: true, value: undefined });
    expect(await client.readFolderRules('irm-heartbeats')).toMatchObject({ value: { state: 'present', rules: [] } });
  });
});

it('is told what is wrong with a rule as such, not as a missing right', async () => {
  const { client, rule } = await startWorld({ withoutRulerApi: true });
  const before = await rule();
  expect(await client.writeRule({ ...before, receiver: 'Nobody' }, before)).toMatchObject({
    error: { reason: 'invalid', message: expect.stringContaining('invalid notification receiver: Nobody') },
  });
});

it('is locked where it is, and not moved into a group', async () => {
  const { client, rule } = await startWorld({});
  const before = await rule();
  expect(await client.writeRule({ ...before, provenance: 'api' }, before)).toEqual({ ok: true, value: undefined });
  expect(await rule()).toMatchObject({ provenance: 'api', group: 'somebodys', isHalfSaved: false });
});

it('says that it cannot be locked where the provisioning API is gone', async () => {
  const { client, rule } = await startWorld({ withoutRulerApi: true, withoutProvisioningApi: true });
  const before = await rule();
  expect(await client.writeRule({ ...before, provenance: 'api' }, before)).toMatchObject({
    error: { reason: 'cannotLock' },
  });
  expect(await rule()).toMatchObject({ provenance: 'none' });
});
