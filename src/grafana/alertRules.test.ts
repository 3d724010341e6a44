import { testGrafana } from '../../sandbox/grafana/testGrafana';
import { ALWAYS_TRUE } from '../../tests/support/alwaysTrue';
import { firingRule } from '../../tests/support/firingRule';
import { fetchTransport, transportTo } from '../../tests/support/fetchTransport';
import { RECORDED_VERSIONS, recordedStep, responseOf } from '../../tests/support/recordings';
import { createGrafanaClient } from './grafanaClient';

/** Answers every request as recorded; what was asked is kept. */
function answering(respond: (url: URL) => Response) {
  const asked: URL[] = [];
  const transport = fetchTransport({
    baseUrl: 'http://grafana.example',
    fetch: (request) => {
      asked.push(new URL(request.url));
      return respond(new URL(request.url));
    },
  });
  return { asked, client: createGrafanaClient(transport) };
}

describe.each(RECORDED_VERSIONS)('recordings of %s', (version) => {
  test('rules come with interval, pending period and routing', async () => {
    const { client, asked } = answering(() => responseOf(recordedStep(version, 'state', 'rules of the folder')));
    const found = await client.findRules({ name: 'heart IRM' });
    expect(found).toEqual({
      ok: true,
      value: {
        rules: [
          expect.objectContaining({
            uid: 'irm-a-rule',
            title: 'IRM A heartbeat',
            folderUid: 'irm-heartbeats',
            folder: 'IRM heartbeats',
            group: 'irm-a',
            evaluationInterval: 10,
            pendingPeriod: 0,
            labels: { irm_heartbeat: 'a' },
            heartbeatInterval: undefined,
            direct: {
              receiver: 'IRM A heartbeat',
              muteTimings: [],
              activeTimings: [],
              groupWait: 0,
              groupInterval: 1,
              repeatInterval: 60,
            },
            policyTree: undefined,
          }),
          expect.objectContaining({ uid: 'irm-b-rule', evaluationInterval: 60 }),
        ],
        next: undefined,
      },
    });
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
      group_limit: '100',
      limit_alerts: '0',
      'search.rule_name': 'heart IRM',
    });
  });

  test('the alerts of one rule come with their labels', async () => {
    const { client, asked } = answering(() => responseOf(recordedStep(version, 'state', 'rules of the folder')));
    const rule = { uid: 'irm-a-rule', folderUid: 'irm-heartbeats', group: 'irm-a' };
    expect(await client.readAlerts(rule)).toEqual({
      ok: true,
      value: {
        labelSets: [expect.objectContaining({ alertname: 'IRM A heartbeat', irm_heartbeat: 'a' })],
        areAll: true,
      },
    });
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
      folder_uid: 'irm-heartbeats',
      rule_group: 'irm-a',
      limit_alerts: '101',
    });
    expect(await client.readAlerts({ ...rule, uid: 'gone' })).toEqual({
      ok: true,
      value: { labelSets: [], areAll: true },
    });
  });

  test('the policy tree comes with its matchers', async () => {
    const { client } = answering(() => responseOf(recordedStep(version, 'policies', 'read back')));
    const read = await client.readPolicies();
    expect(read).toMatchObject({
      ok: true,
      value: {
        groupWait: undefined,
        routes: [
          {
            receiver: 'IRM A',
            continue: true,
            matchers: [{ name: 'severity', operator: '=', value: 'critical' }],
            routes: [],
          },
        ],
      },
    });
  });
});

test('a server that does not search by name is read on, a part at a time', async () => {
  const group = (name: string, title: string) => ({
    name,
    file: 'F',
    interval: 60,
    rules: [{ uid: name, name: title }],
  });
  const { client, asked } = answering((url) =>
    Response.json(
      url.searchParams.get('group_next_token') === 'more'
        ? { data: { groups: [group('b', 'Disk almost full')] } }
        : { data: { groups: [group('a', 'Memory')], groupNextToken: 'more' } }
    )
  );
  expect(await client.findRules({ name: ' full disk ' })).toEqual({ ok: true, value: { rules: [], next: 'more' } });
  expect(await client.findRules({ name: 'full disk', after: 'more' })).toMatchObject({
    value: { rules: [{ title: 'Disk almost full', direct: undefined, pendingPeriod: 0 }], next: undefined },
  });
  expect(asked).toHaveLength(2);
});

test('one rule is found by its uid, also by a server that answers all', async () => {
  const rules = ['disk', 'memory'].map((uid) => ({
    uid,
    name: uid,
    annotations: { irm_heartbeat_interval: uid === 'disk' ? '600' : 'soon' },
  }));
  const { client, asked } = answering(() => Response.json({ data: { groups: [{ name: 'g', interval: 60, rules }] } }));
  expect(await client.findRules({ uid: 'disk' })).toMatchObject({
    value: { rules: [{ uid: 'disk', heartbeatInterval: 600 }] },
  });
  expect(await client.findRules({ uid: 'memory' })).toMatchObject({
    value: { rules: [{ uid: 'memory', heartbeatInterval: undefined }] },
  });
  expect(asked[0]?.searchParams.get('rule_uid')).toBe('disk');
});

test('at most 100 alerts of a rule are looked at, and it is known when there are more', async () => {
  const answer = (count: number) => {
    const alerts = Array.from({ length: count }, (_, index) => ({ labels: { instance: `${index}` } }));
    const rules = [{ uid: 'disk', name: 'Disk', alerts }];
    return answering(() => Response.json({ data: { groups: [{ name: 'g', interval: 60, rules }] } })).client;
  };
  const read = async (count: number) => {
    const result = await answer(count).readAlerts({ uid: 'disk', folderUid: 'f', group: 'g' });
    return result.ok && [result.value.labelSets.length, result.value.areAll];
  };
  expect(await read(100)).toEqual([100, true]);
  expect(await read(101)).toEqual([100, false]);
});

test('a policy tree that a rule names is told, the two names of the default tree are not', async () => {
  const rules = ['default', 'user-defined', 'team-a'].map((policy) => ({
    uid: policy,
    name: policy,
    notificationSettings: { policy },
  }));
  const { client } = answering(() => Response.json({ data: { groups: [{ name: 'g', interval: 60, rules }] } }));
  expect(await client.findRules({ name: '' })).toMatchObject({
    value: {
      rules: [
        { title: 'default', direct: undefined, policyTree: undefined },
        { title: 'user-defined', direct: undefined, policyTree: undefined },
        { title: 'team-a', direct: undefined, policyTree: 'team-a' },
      ],
    },
  });
});

test('older writings of matchers are read as well', async () => {
  const routes = [
    { matchers: ['team="a \\"b\\""', 'severity=~crit.*'], match: { x: '1' }, match_re: { y: '2', z: null } },
  ];
  const { client } = answering(() => Response.json({ receiver: 'mail', repeat_interval: '1d', routes }));
  expect(await client.readPolicies()).toMatchObject({
    value: {
      repeatInterval: 86_400,
      routes: [
        {
          matchers: [
            { name: 'team', operator: '=', value: 'a "b"' },
            { name: 'severity', operator: '=~', value: 'crit.*' },
            { name: 'x', operator: '=', value: '1' },
            { name: 'y', operator: '=~', value: '2' },
            { name: 'z', operator: '=~', value: '' },
          ],
        },
      ],
    },
  });
});

test('recording rules are left out, and an answer of another form is an error', async () => {
  const rules = [{ name: 'rec', type: 'recording' }];
  const { client } = answering(() => Response.json({ data: { groups: [{ name: 'g', interval: 60, rules }] } }));
  expect(await client.findRules({ name: '' })).toEqual({ ok: true, value: { rules: [], next: undefined } });
  const broken = answering(() => Response.json({ data: 1 }));
  expect(await broken.client.findRules({ name: '' })).toMatchObject({ ok: false, error: { reason: 'unexpected' } });
});

test('against the stand-in: a rule that somebody else made, with the pending period and the policies', async () => {
  const { grafana, as } = testGrafana();
  const editor = as('editor');
  await editor('POST', '/api/folders', { uid: 'servers', title: 'Servers' });
  const rules = [firingRule('Disk full', { for: '5m', labels: { severity: 'critical' } })];
  const saved = await editor('POST', '/api/ruler/grafana/api/v1/rules/servers', {
    name: 'disks',
    interval: '1m',
    rules,
  });
  expect(saved.status).toBe(202);

  const client = createGrafanaClient(transportTo(grafana, 'viewer:viewerpass'));
  expect(await client.findRules({ name: 'disk' })).toMatchObject({
    ok: true,
    value: {
      rules: [{ title: 'Disk full', folder: 'Servers', evaluationInterval: 60, pendingPeriod: 300, direct: undefined }],
    },
  });
  expect(await client.readPolicies()).toMatchObject({ ok: true, value: { routes: [] } });
});

describe('the rules that choose a contact point themselves', () => {
  /** A Grafana with three rules in three groups: two for “Team”, one by the policies. */
  async function startWorld(version: '12.3.0' | '12.4.0') {
    const { grafana, as } = testGrafana({ version });
    const admin = as('admin', { 'X-Disable-Provenance': 'true' });
    await admin('POST', '/api/folders', { uid: 'servers', title: 'Servers' });
    const point = { uid: 't', name: 'Team', type: 'webhook', settings: { url: 'http://x.test/' } };
    await admin('POST', '/api/v1/provisioning/contact-points', point);
    const direct = { receiver: 'Team', group_wait: '5s', group_interval: '10s', repeat_interval: '1h' };
    for (const [title, settings] of Object.entries({ Disk: direct, Memory: undefined, Network: direct })) {
      const alert = { title, condition: 'A', data: [ALWAYS_TRUE], notification_settings: settings };
      const group = { name: title, interval: '1m', rules: [{ grafana_alert: alert }] };
      expect((await admin('POST', '/api/ruler/grafana/api/v1/rules/servers', group)).status).toBe(202);
    }
    return createGrafanaClient(transportTo(grafana, 'editor:editorpass'));
  }

  it.each(['12.3.0', '12.4.0'] as const)('are found on %s', async (version) => {
    const client = await startWorld(version);
    const found = await client.locateRules(['Team']);
    expect(found.ok && found.value).toMatchObject([
      { title: 'Disk', folderUid: 'servers', folder: 'Servers', group: 'Disk', receiver: 'Team' },
      { title: 'Network', receiver: 'Team' },
    ]);
    expect(await client.locateRules(['team'])).toEqual({ ok: true, value: [] });
  });

  const group = (receiver: string) => ({
    name: receiver,
    interval: 60,
    rules: [{ uid: receiver, name: `For ${receiver}`, notificationSettings: { receiver } }],
  });

  it('are asked for by name of the contact point, and are read on to the end, once where all are answered', async () => {
    const { client, asked } = answering((url) =>
      Response.json(
        url.searchParams.get('group_next_token') === 'more'
          ? { data: { groups: [group('Team & Co')], groupNextToken: '' } }
          : { data: { groups: [group('Others')], groupNextToken: 'more' } }
      )
    );
    expect(await client.locateRules(['Team & Co', 'Others', 'Nobody'])).toMatchObject({
      value: [{ title: 'For Others' }, { title: 'For Team & Co' }],
    });
    expect(asked.map(({ searchParams }) => Object.fromEntries(searchParams))).toEqual([
      { group_limit: '100', limit_alerts: '0', receiver_name: 'Team & Co' },
      { group_limit: '100', limit_alerts: '0', receiver_name: 'Team & Co', group_next_token: 'more' },
    ]);
  });

  it('are not known when only their second part has no answer', async () => {
    const { client } = answering((url) =>
      url.searchParams.has('group_next_token')
        ? new Response('', { status: 504 })
        : Response.json({ data: { groups: [group('Team')], groupNextToken: 'more' } })
    );
    expect(await client.locateRules(['Team'])).toMatchObject({ ok: false, error: { reason: 'timeout' } });
  });
});
