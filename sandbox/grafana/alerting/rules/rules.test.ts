import type { GrafanaVersion } from '../../context';
import { testGrafana } from '../../testGrafana';

const RULER = '/api/ruler/grafana/api/v1/rules/f';
const RULES = '/api/v1/provisioning/alert-rules';
const GROUP = '/api/v1/provisioning/folder/f/rule-groups/g';
const EDITABLE = { 'X-Disable-Provenance': 'true' };
const data = [
  {
    refId: 'A',
    queryType: '',
    datasourceUid: '__expr__',
    relativeTimeRange: { from: 0, to: 0 },
    model: { expression: '1 > 0', intervalMs: 1000, maxDataPoints: 43200, refId: 'A', type: 'math' },
  },
];

type Body = Record<string, unknown>;
interface RulerRule extends Body {
  grafana_alert: Body;
}

const SETTINGS = {
  receiver: 'A',
  group_by: ['team'],
  mute_time_intervals: ['nights'],
  active_time_intervals: ['days'],
  some_setting: { kept: true },
};

async function setUp(version: GrafanaVersion = '12.4.0') {
  const grafana = testGrafana({ version });
  const editor = grafana.as('editor', EDITABLE);
  await editor('POST', '/api/folders', { uid: 'f', title: 'F' });
  for (const name of ['A', 'B']) {
    const point = { uid: name.toLowerCase(), name, type: 'webhook', settings: { url: 'http://x.test/' } };
    await editor('POST', '/api/v1/provisioning/contact-points', point);
  }
  for (const name of ['nights', 'days']) {
    await editor('POST', '/api/v1/provisioning/mute-timings', { name, time_intervals: [] });
  }
  const saveGroup = (rules: Body[], name = 'g') => editor('POST', RULER, { name, interval: '10s', rules });
  const readGroup = async (name = 'g') => (await editor('GET', `${RULER}/${name}`)).body as { rules: RulerRule[] };
  const readRule = async (): Promise<RulerRule> => {
    const [rule] = (await readGroup()).rules;
    return rule ?? { grafana_alert: {} };
  };
  const provisioned = async (uid: unknown) => (await editor('GET', `${RULES}/${String(uid)}`)).body as Body;
  return { ...grafana, editor, saveGroup, readGroup, readRule, provisioned };
}

const rulerRule = (alert: Body = {}, rule: Body = {}): Body => ({
  for: '0s',
  ...rule,
  grafana_alert: { title: 'R', condition: 'A', data, notification_settings: SETTINGS, ...alert },
});

test('what the ruler API is told of a rule it gives back, the provisioning API too', async () => {
  const { saveGroup, readRule, provisioned } = await setUp();
  const more = { missing_series_evals_to_resolve: 5, some_field: ['x'] };
  await saveGroup([rulerRule(more, { keep_firing_for: '5m', outer_field: 1 })]);
  const rule = await readRule();
  expect(rule).toMatchObject({
    keep_firing_for: '5m',
    outer_field: 1,
    grafana_alert: { ...more, notification_settings: SETTINGS },
  });
  expect(await provisioned(rule.grafana_alert.uid)).toMatchObject({
    ...{ keep_firing_for: '5m', missingSeriesEvalsToResolve: 5, some_field: ['x'], outer_field: 1 },
    notification_settings: SETTINGS,
  });
});

test('what was read through the provisioning API can be written back, and nothing has changed', async () => {
  const { editor, saveGroup, readRule, provisioned } = await setUp();
  await saveGroup([rulerRule({ missing_series_evals_to_resolve: 5, some_field: 1 }, { keep_firing_for: '5m' })]);
  const before = await readRule();
  const { uid } = before.grafana_alert;
  expect((await editor('PUT', `${RULES}/${String(uid)}`, await provisioned(uid))).status).toBe(200);
  expect((await editor('PUT', GROUP, (await editor('GET', GROUP)).body)).status).toBe(200);
  expect(await readRule()).toEqual(before);
});

test('a write that leaves a field out drops it', async () => {
  const { editor, saveGroup, readRule, provisioned } = await setUp();
  const more = { missing_series_evals_to_resolve: 5, some_field: 1 };
  const full = rulerRule(more, { keep_firing_for: '5m', outer_field: 1 });
  await saveGroup([full]);
  const { uid } = (await readRule()).grafana_alert;
  await saveGroup([rulerRule({ uid, notification_settings: { receiver: 'A' } })]);
  const lean = await readRule();
  expect(lean).toMatchObject({ keep_firing_for: '0s' });
  expect(lean.grafana_alert.notification_settings).toEqual({ receiver: 'A' });
  const names = [...Object.keys(lean), ...Object.keys(lean.grafana_alert)];
  expect(names.filter((name) => /missing|_field$/.test(name))).toEqual([]);

  await saveGroup([rulerRule({ ...more, uid }, { keep_firing_for: '5m', outer_field: 1 })]);
  const { title, condition, folderUID, ruleGroup } = await provisioned(uid);
  await editor('PUT', `${RULES}/${String(uid)}`, { title, condition, folderUID, ruleGroup, data });
  const dropped = await provisioned(uid);
  expect(dropped).toMatchObject({ keep_firing_for: '0s' });
  expect(Object.keys(dropped).filter((name) => /missing|_field$|settings/.test(name))).toEqual([]);
});

test('what only the server decides is not taken from a body', async () => {
  const { editor, saveGroup, readRule, provisioned } = await setUp();
  await saveGroup([rulerRule()]);
  const before = await readRule();
  const { uid } = before.grafana_alert;
  const owned = { id: 99, version: 99, guid: 'x', updated_by: 'x', namespace_uid: 'x', rule_group: 'x', orgId: 9 };
  await saveGroup([rulerRule({ uid, ...owned, intervalSeconds: 9, provenance: 'file' })]);
  expect(await readRule()).toEqual(before);
  const rule = await provisioned(uid);
  await editor('PUT', `${RULES}/${String(uid)}`, { ...rule, ...owned, orgID: 9, updated: 'x', provenance: 'file' });
  expect(await provisioned(uid)).toEqual(rule);
});

test('every write that changes a rule raises its version by one, one that changes nothing does not', async () => {
  const { editor, saveGroup, readRule, provisioned, clock } = await setUp();
  await saveGroup([rulerRule()]);
  const { uid } = (await readRule()).grafana_alert;
  const path = `${RULES}/${String(uid)}`;
  const version = async () => (await readRule()).grafana_alert.version;
  await clock.advance(5000);

  const { updated } = (await readRule()).grafana_alert;
  expect((await saveGroup([rulerRule({ uid })])).body).toEqual({ message: 'no changes detected in the rule group' });
  await editor('PUT', path, { ...(await provisioned(uid)) });
  expect([await version(), (await readRule()).grafana_alert.updated]).toEqual([1, updated]);

  await saveGroup([rulerRule({ uid, metadata: { editor_settings: { simplified_notifications_section: true } } })]);
  expect(await version()).toBe(2);
  await editor('PUT', path, { ...(await provisioned(uid)), title: 'R2' });
  expect(await version()).toBe(3);
  await editor('PUT', GROUP, { interval: 20, rules: [await provisioned(uid)] });
  expect(await version()).toBe(4);
  await editor('PUT', '/api/v1/provisioning/contact-points/a', {
    ...{ name: 'A2', type: 'webhook', settings: { url: 'http://x.test/' } },
  });
  expect((await readRule()).grafana_alert).toMatchObject({
    version: 5,
    notification_settings: { receiver: 'A2' },
    updated_by: { uid: '__alerting__' },
  });
});

test('a write that changes nothing leaves the provenance as it is, whatever its answer says', async () => {
  const { as, editor, saveGroup, readRule, provisioned } = await setUp();
  await saveGroup([rulerRule()]);
  const { uid } = (await readRule()).grafana_alert;
  await as('editor')('PUT', GROUP, (await editor('GET', GROUP)).body);
  expect((await provisioned(uid)).provenance).toBeUndefined();
  const path = `${RULES}/${String(uid)}`;
  expect((await as('editor')('PUT', path, await provisioned(uid))).body).toMatchObject({ provenance: 'api' });
  expect((await provisioned(uid)).provenance).toBeUndefined();
  await as('editor')('PUT', path, { ...(await provisioned(uid)), title: 'R2' });
  expect((await provisioned(uid)).provenance).toBe('api');
});

test('titles end at 190 bytes, which are fewer letters where they are not English', async () => {
  const { editor, saveGroup, readGroup } = await setUp();
  const [fits, tooLong] = ['ü'.repeat(95), `${'ü'.repeat(95)}x`];
  expect((await saveGroup([rulerRule({ title: tooLong })])).body).toEqual({
    message: 'invalid rule specification at index [0]: alert rule title is too long. Max length is 190',
  });
  const provisioned = (title: string) =>
    editor('POST', RULES, { title, condition: 'A', data, folderUID: 'f', ruleGroup: 'p' });
  expect(await provisioned(tooLong)).toMatchObject({
    status: 400,
    body: { message: 'invalid alert rule: name length should not be greater than 190' },
  });
  expect((await provisioned(fits)).status).toBe(201);
  expect((await saveGroup([rulerRule({ title: fits })])).status).toBe(202);
  expect((await readGroup()).rules).toHaveLength(1);
});

test('13: a rule may name a policy in the place of a contact point; 12 asks for the contact point', async () => {
  const settings = { policy: 'user-defined', group_by: ['team'] };
  const rule = rulerRule({ notification_settings: settings });
  const { saveGroup, readRule, provisioned } = await setUp('13.2.1');
  expect((await saveGroup([rule])).status).toBe(202);
  const { uid, notification_settings } = (await readRule()).grafana_alert;
  expect(notification_settings).toEqual(settings);
  expect((await provisioned(uid)).notification_settings).toEqual(settings);

  expect(await (await setUp()).saveGroup([rule])).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining('receiver must be specified') as string },
  });
});
