import { testGrafana } from '../../sandbox/grafana/testGrafana';
import { ALWAYS_TRUE } from '../../tests/support/alwaysTrue';
import { transportTo } from '../../tests/support/fetchTransport';
import type { HeartbeatRule } from '../connection/model';
import { failure, success } from '../connection/result';
import { createGrafanaClient } from './grafanaClient';
import type { Call, Transport } from '../transport/transport';

type Wire = Record<string, unknown>;
type WireRule = Wire & { grafana_alert: Wire & { notification_settings?: Wire } };
type WireGroup = Wire & { name: string; rules: WireRule[] };

const RULER = '/api/ruler/grafana/api/v1/rules/irm-heartbeats';
const PROVISIONING = '/api/v1/provisioning';

/** A rule with everything that the plugin does not model and Grafana knows. */
const ALERT = {
  title: 'Beat',
  condition: 'A',
  data: [ALWAYS_TRUE],
  no_data_state: 'OK',
  exec_err_state: 'OK',
  missing_series_evals_to_resolve: 3,
  metadata: {
    editor_settings: { simplified_query_and_expressions_section: true, simplified_notifications_section: true },
  },
  notification_settings: {
    receiver: 'Team',
    group_by: ['alertname', 'grafana_folder', 'team'],
    group_wait: '0s',
    group_interval: '10s',
    repeat_interval: '1m',
    mute_time_intervals: ['nights'],
    active_time_intervals: ['office hours'],
  },
};
const RULE = { for: '30s', keep_firing_for: '5m', labels: { team: 'a' }, annotations: { runbook: 'x' } };
const BODY: WireGroup = { name: 'beats', interval: '1m', rules: [{ ...RULE, grafana_alert: ALERT }] };

/** What Grafana sets itself, and no request is to say. */
const SERVERS_OWN = ['id', 'guid', 'orgId', 'orgID', 'version', 'updated', 'updated_by', 'updatedBy'].concat([
  'intervalSeconds',
  'namespace_uid',
  'namespace_id',
  'rule_group',
  'provenance',
  'expr',
]);

/** A Grafana that holds the rule; calls of the method `failing` get no answer. */
async function startWorld(body: WireGroup = BODY, version: '12.4.0' | '13.2.1' = '12.4.0') {
  const { grafana, as } = testGrafana({ version });
  const editor = as('editor', { 'X-Disable-Provenance': 'true' });
  const made = [
    await editor('POST', '/api/folders', { uid: 'irm-heartbeats', title: 'IRM heartbeats' }),
    await editor('POST', `${PROVISIONING}/contact-points`, {
      ...{ uid: 't', name: 'Team', type: 'webhook', settings: { url: 'http://x.test/' } },
    }),
    await editor('POST', `${PROVISIONING}/mute-timings`, { name: 'nights', time_intervals: [] }),
    await editor('POST', `${PROVISIONING}/mute-timings`, { name: 'office hours', time_intervals: [] }),
    await editor('POST', RULER, body),
  ];
  expect(made.map(({ status }) => status >= 200 && status < 300)).toEqual(made.map(() => true));
  const network = transportTo(grafana, 'editor:editorpass');
  const world = { grafana, editor, writes: [] as Call[], failing: undefined as Call['method'] | undefined };
  const transport: Transport = {
    way: 'session',
    async request(call) {
      if (call.method !== 'GET') {
        world.writes.push(call);
      }
      return call.method === world.failing
        ? failure({ reason: 'unreachable', message: 'gone' })
        : network.request(call);
    },
  };
  const client = createGrafanaClient(transport);
  async function read(): Promise<HeartbeatRule> {
    const folder = await client.readFolderRules('irm-heartbeats');
    const [rule] = folder.ok ? folder.value.rules : [];
    if (!rule) {
      throw new Error('no rule');
    }
    return rule;
  }
  /** The group as Grafana's own rule editor would see it, without what every save changes. */
  async function raw(): Promise<WireGroup> {
    const { name, interval, rules } = (await editor('GET', `${RULER}/beats`)).body as WireGroup;
    const settled = rules.map(({ grafana_alert, ...rule }) => {
      const { version: _, updated: __, updated_by: ___, provenance: ____, ...alert } = grafana_alert;
      return { ...rule, grafana_alert: alert };
    });
    return { name, interval, rules: settled };
  }
  return Object.assign(world, { client, read, raw });
}

/** Reads a group that is answered as it is given, writes it with a longer repeat interval, and answers what was sent. */
async function sentFor(group: WireGroup): Promise<Wire> {
  let sent: unknown;
  const client = createGrafanaClient({
    way: 'session',
    async request({ method, body }) {
      sent = method === 'GET' ? sent : body;
      return success({ status: 200, body: { IRM: [group] }, date: undefined, redirected: false });
    },
  });
  const folder = await client.readFolderRules('irm-heartbeats');
  const [rule] = folder.ok ? folder.value.rules : [];
  expect(rule && (await client.writeRule({ ...rule, repeatInterval: 120 }, rule))).toMatchObject({ ok: true });
  return sent as Wire;
}

const keysIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [key, ...(key === 'model' ? [] : keysIn(inner))])
    : [];

describe('what the plugin does not model', () => {
  it('stays through a write by the ruler API', async () => {
    const { client, read, raw, writes } = await startWorld();
    const [before, rule] = [await raw(), await read()];
    expect(await client.writeRule({ ...rule, repeatInterval: 120, isPaused: true }, rule)).toMatchObject({ ok: true });
    expect(writes.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST ${RULER}`]);
    const wanted = structuredClone(before);
    Object.assign(wanted.rules[0]?.grafana_alert ?? {}, { is_paused: true });
    Object.assign(wanted.rules[0]?.grafana_alert.notification_settings ?? {}, { repeat_interval: '2m' });
    expect(await raw()).toEqual(wanted);
  });

  it('stays while a rule is locked, changed under its lock, and made editable again', async () => {
    const { client, read, raw, writes } = await startWorld();
    const before = await raw();
    const steps = [{ provenance: 'api' }, { repeatInterval: 120 }, { repeatInterval: 60 }, { provenance: 'none' }];
    for (const change of steps as Array<Partial<HeartbeatRule>>) {
      const rule = await read();
      expect(await client.writeRule({ ...rule, ...change }, rule)).toMatchObject({ ok: true });
    }
    expect(writes.map(({ method }) => method)).toEqual(['POST', 'PUT', 'PUT', 'PUT', 'PUT', 'POST']);
    expect(await raw()).toEqual(before);
  });

  const future = (provenance: string): WireGroup => ({
    name: 'beats',
    interval: '1m',
    future_of_group: { a: [1] },
    rules: [
      {
        ...RULE,
        future_of_rule: true,
        grafana_alert: {
          ...{ ...ALERT, uid: 'abc', id: 5, guid: 'g', orgId: 1, version: 3, updated: '2026-11-22T04:24:24Z' },
          ...{ updated_by: { uid: 'u', name: 'editor' }, intervalSeconds: 60, namespace_uid: 'irm-heartbeats' },
          ...{ namespace_id: 4, rule_group: 'beats', provenance, is_paused: false },
          future_of_alert: { deep: ['x'] },
          notification_settings: { ...ALERT.notification_settings, future_of_routing: 'x' },
        },
      },
    ],
  });

  it('goes along with a write by the ruler API, also what nobody has heard of, but nothing of Grafana’s own', async () => {
    const sent = await sentFor(future(''));
    expect(sent).toMatchObject({
      future_of_group: { a: [1] },
      rules: [
        {
          ...RULE,
          future_of_rule: true,
          grafana_alert: {
            ...ALERT,
            uid: 'abc',
            future_of_alert: { deep: ['x'] },
            notification_settings: {
              ...ALERT.notification_settings,
              repeat_interval: '2m',
              future_of_routing: 'x',
            },
          },
        },
      ],
    });
    expect(keysIn(sent).filter((key) => SERVERS_OWN.includes(key))).toEqual([]);
  });

  it('goes along with a write by the provisioning API in its own names', async () => {
    const sent = await sentFor(future('api'));
    expect(sent).toMatchObject({
      futureOfGroup: { a: [1] },
      title: 'beats',
      interval: 60,
      rules: [
        {
          ...RULE,
          uid: 'abc',
          future_of_rule: true,
          futureOfAlert: { deep: ['x'] },
          missingSeriesEvalsToResolve: 3,
          notification_settings: { ...ALERT.notification_settings, repeat_interval: '2m', future_of_routing: 'x' },
        },
      ],
    });
    expect(keysIn(sent).filter((key) => SERVERS_OWN.includes(key))).toEqual([]);
  });
});

describe('a rule that names a policy', () => {
  const routed = (settings: Wire): WireGroup => ({
    ...BODY,
    rules: [{ ...RULE, grafana_alert: { ...ALERT, notification_settings: settings } }],
  });

  it('keeps it', async () => {
    const { client, read, raw } = await startWorld(routed({ policy: 'user-defined' }), '13.2.1');
    const rule = await read();
    expect(rule.receiver).toBe('');
    expect(await client.writeRule({ ...rule, title: 'Beat 2' }, rule)).toMatchObject({ ok: true });
    expect((await raw()).rules[0]?.grafana_alert).toMatchObject({
      title: 'Beat 2',
      notification_settings: { policy: 'user-defined' },
    });
  });

  it('gives it up for a contact point', async () => {
    const { client, read, raw } = await startWorld(routed({ policy: 'user-defined' }), '13.2.1');
    const rule = await read();
    expect(await client.writeRule({ ...rule, receiver: 'Team' }, rule)).toMatchObject({ ok: true });
    const settings = (await raw()).rules[0]?.grafana_alert.notification_settings;
    expect(settings).toMatchObject({ receiver: 'Team' });
    expect(settings).not.toHaveProperty('policy');
  });

  it('and one that follows the policies without a word go on without a contact point', async () => {
    const { notification_settings: _, ...alert } = ALERT;
    const { client, read, raw } = await startWorld({ ...BODY, rules: [{ ...RULE, grafana_alert: alert }] });
    const rule = await read();
    expect(await client.writeRule({ ...rule, title: 'Beat 2' }, rule)).toMatchObject({ ok: true });
    expect((await raw()).rules[0]?.grafana_alert).not.toHaveProperty('notification_settings');
  });
});

describe('a write in two calls whose second one fails', () => {
  it('leaves a rule that was to be locked marked, and the same write finishes it', async () => {
    const world = await startWorld();
    const { client, read, raw } = world;
    const [before, rule] = [await raw(), await read()];
    const wanted = { ...rule, provenance: 'api' as const };
    world.failing = 'PUT';
    expect(await client.writeRule(wanted, rule)).toMatchObject({ ok: false, error: { reason: 'unreachable' } });
    const half = await read();
    expect(half).toMatchObject({ provenance: 'none', isHalfSaved: true, annotations: RULE.annotations });
    world.failing = undefined;
    expect(await client.writeRule(wanted, half)).toMatchObject({ ok: true });
    expect(await read()).toMatchObject({ provenance: 'api', isHalfSaved: false, annotations: RULE.annotations });
    expect(await raw()).toEqual(before);
  });

  it('leaves a rule that was to be editable marked, and the same write finishes it', async () => {
    const world = await startWorld();
    const { client, read, raw } = world;
    const before = await raw();
    const editable = await read();
    await client.writeRule({ ...editable, provenance: 'api' }, editable);
    const locked = await read();
    world.failing = 'POST';
    expect(await client.writeRule({ ...locked, provenance: 'none' }, locked)).toMatchObject({ ok: false });
    const half = await read();
    expect(half).toMatchObject({ provenance: 'none', isHalfSaved: true, annotations: RULE.annotations });
    world.failing = undefined;
    expect(await client.writeRule({ ...locked, provenance: 'none' }, half)).toMatchObject({ ok: true });
    expect(await read()).toMatchObject({ provenance: 'none', isHalfSaved: false });
    expect(await raw()).toEqual(before);
  });
});

it('a rule that a file keeps is not changed', async () => {
  const { client, grafana, read } = await startWorld();
  const place = { uid: 'of-file', folderUID: 'irm-heartbeats', ruleGroup: 'a file' };
  grafana.provision({ rules: [{ ...place, title: 'File', condition: 'A', data: ALERT.data }] });
  const rule = await read();
  expect(rule).toMatchObject({ uid: 'of-file', provenance: 'file' });
  const written = await client.writeRule({ ...rule, repeatInterval: 120, receiver: 'Team' }, rule);
  expect(written).toMatchObject({ ok: false, error: { reason: 'locked' } });
  expect(await read()).toEqual(rule);
});
