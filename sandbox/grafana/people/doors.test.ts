import type { GrafanaVersion } from '../context';
import { objectName } from '../platform/objectName';
import { testGrafana } from '../testGrafana';
import { DEFAULT_USERS, type Login } from './store';

const RULER = '/api/ruler/grafana/api/v1/rules/irm-heartbeats';
const RULES = '/api/v1/provisioning/alert-rules';
const SILENCES = '/api/alertmanager/grafana/api/v2/silences';
const HERE = ['folders:uid:irm-heartbeats'];
const READS = { 'folders:read': HERE, 'alert.rules:read': HERE };
const PROVENANCE = { 'alert.provisioning.provenance:write': [''] };
const grafanas: Array<ReturnType<typeof testGrafana>> = [];
afterEach(() => grafanas.splice(0).forEach(({ grafana }) => grafana.stop()));

/** A folder and a contact point of the administrator's, and somebody without a role who holds these permissions. */
async function grafanaWith(permissions: Login['permissions'], version: GrafanaVersion = '12.4.0') {
  const users: Login[] = [...DEFAULT_USERS, { login: 'custom', password: 'custom', role: 'None', permissions }];
  const made = testGrafana({ version, users });
  grafanas.push(made);
  const admin = made.as('admin', { 'X-Disable-Provenance': 'true' });
  await admin('POST', '/api/folders', { uid: 'irm-heartbeats', title: 'IRM heartbeats' });
  const point = { uid: 'hb', name: 'hb', type: 'webhook', settings: { url: 'http://a.example' } };
  await admin('POST', '/api/v1/provisioning/contact-points', point);
  const headers = { Authorization: `Basic ${btoa('custom:custom')}`, 'X-Disable-Provenance': 'true' };
  const custom = async (method: string, path: string, body?: unknown) =>
    (await made.ask(method, path, headers, body)).status;
  return { admin, custom };
}

function group() {
  const model = { refId: 'A', type: 'math', expression: '1 > 0' };
  const data = [{ refId: 'A', queryType: '', relativeTimeRange: { from: 0, to: 0 }, datasourceUid: '__expr__', model }];
  const alert = {
    title: 'Heartbeat',
    condition: 'A',
    no_data_state: 'OK',
    exec_err_state: 'OK',
    data,
    notification_settings: { receiver: 'hb' },
  };
  return {
    name: 'irm-hb',
    interval: '10s',
    rules: [{ for: '0s', labels: {}, annotations: { summary: 'heartbeat' }, grafana_alert: alert }],
  };
}

const SEES_HB = { 'alert.notifications.receivers:read': [`receivers:uid:${objectName('hb')}`] };

test.each(['12.4.0', '13.2.1'] as const)(
  '%s: making, changing and removing a rule are a right each',
  async (version) => {
    const { custom } = await grafanaWith({ ...READS, ...SEES_HB, 'alert.rules:create': HERE }, version);
    expect(await custom('POST', RULER, group())).toBe(202);
    expect(await custom('GET', `${RULER}/irm-hb`)).toBe(202);
    expect(await custom('DELETE', `${RULER}/irm-hb`)).toBe(403);
    // Without the uid the group has another rule, and the old one goes.
    expect(await custom('POST', RULER, group())).toBe(403);
  }
);

test('a right on the rules of one folder is none on those of another', async () => {
  const there = ['folders:uid:elsewhere'];
  const elsewhere = { 'folders:read': there, 'alert.rules:read': there, 'alert.rules:create': there };
  const { custom } = await grafanaWith({ ...elsewhere, ...SEES_HB });
  expect(await custom('POST', RULER, group())).toBe(403);
  expect(await custom('GET', '/api/folders/irm-heartbeats')).toBe(403);
});

test('a right on a folder is one on those inside', async () => {
  const { admin, custom } = await grafanaWith({ 'folders:read': HERE });
  await admin('POST', '/api/folders', { uid: 'inner', title: 'Inner', parentUid: 'irm-heartbeats' });
  expect(await custom('GET', '/api/folders/inner')).toBe(200);
});

test('who sends a rule to a contact point has to see that contact point', async () => {
  const { custom } = await grafanaWith({ ...READS, 'alert.rules:create': HERE });
  expect(await custom('POST', RULER, group())).toBe(403);
});

test('reading rules is not writing them, by any of the APIs', async () => {
  const { custom } = await grafanaWith({ ...READS, ...SEES_HB, ...PROVENANCE }, '13.2.1');
  const objects = '/apis/rules.alerting.grafana.app/v0alpha1/namespaces/default/alertrules';
  expect(await custom('GET', RULES)).toBe(200);
  expect(await custom('POST', RULER, group())).toBe(403);
  expect(await custom('POST', RULES, { folderUID: 'irm-heartbeats' })).toBe(403);
  expect(await custom('POST', objects, { spec: {} })).toBe(403);
});

test('whoever makes a folder manages it, its rules included', async () => {
  const { custom } = await grafanaWith({ 'folders:create': ['folders:uid:general'], ...SEES_HB });
  expect(await custom('POST', '/api/folders', { uid: 'mine', title: 'Mine' })).toBe(200);
  expect(await custom('POST', RULER.replace('irm-heartbeats', 'mine'), group())).toBe(202);
  expect(await custom('DELETE', '/api/folders/mine?forceDeleteRules=true')).toBe(200);
  expect(await custom('DELETE', '/api/folders/irm-heartbeats')).toBe(403);
});

test('silences in general take rights on instances; those of a rule rights on its folder', async () => {
  const general = {
    matchers: [{ name: 'a', value: 'b', isEqual: true, isRegex: false }],
    startsAt: '2026-11-23T09:00:00Z',
    endsAt: '2026-11-23T10:00:00Z',
    comment: 'c',
    createdBy: 'custom',
  };
  const rights = { 'alert.silences:read': HERE, 'alert.silences:create': HERE };
  const { admin, custom } = await grafanaWith({ ...rights, ...READS });
  const { body } = await admin('POST', RULER, group());
  const [uid] = (body as { created: string[] }).created;
  const matchers = [{ name: '__alert_rule_uid__', value: uid, isEqual: true, isRegex: false }];
  expect(await custom('POST', SILENCES, general)).toBe(403);
  expect(await custom('POST', SILENCES, { ...general, matchers })).toBe(202);
  const more = await grafanaWith({ 'alert.instances:read': [''], 'alert.instances:create': [''] });
  expect(await more.custom('POST', SILENCES, general)).toBe(202);
});

test('nobody without a right sees policies, mute timings, alerts, silences or statuses', async () => {
  const { custom } = await grafanaWith({}, '13.2.1');
  for (const path of [
    '/api/v1/provisioning/policies',
    '/api/v1/provisioning/mute-timings',
    '/api/alertmanager/grafana/api/v2/alerts',
    '/api/alertmanager/grafana/config/api/v1/receivers',
    '/apis/notifications.alerting.grafana.app/v1beta1/namespaces/default/receivers',
    SILENCES,
    RULES,
  ]) {
    expect([path, await custom('GET', path)]).toEqual([path, 403]);
  }
});

test('the default policies of 13.2 are read and written by those who hold a right on that tree', async () => {
  const { admin, custom } = await grafanaWith(
    { ...PROVENANCE, 'notifications.alerting.grafana.app/routingtrees:get': ['routingtrees:uid:user-defined'] },
    '13.2.1'
  );
  expect(await custom('GET', '/api/v1/provisioning/policies')).toBe(200);
  const { body } = await admin('GET', '/api/v1/provisioning/policies');
  expect(await custom('PUT', '/api/v1/provisioning/policies', body)).toBe(403);
});

test('the annotations of a contact point say what its reader may do', async () => {
  const scope = [`receivers:uid:${objectName('hb')}`];
  const { admin, custom } = await grafanaWith({ ...SEES_HB, 'alert.notifications.receivers:delete': scope }, '13.2.1');
  const path = `/apis/notifications.alerting.grafana.app/v1beta1/namespaces/default/receivers/${objectName('hb')}`;
  const { body } = await admin('GET', path);
  expect(body).toMatchObject({ metadata: { annotations: { 'grafana.com/access/canModifyProtected': 'true' } } });
  expect(await custom('GET', path)).toBe(200);
  expect(await custom('DELETE', path)).toBe(200);
});

test('a test of what is not stored yet takes the right to make a contact point', async () => {
  const path = '/apis/notifications.alerting.grafana.app/v1beta1/namespaces/default/receivers/-/test';
  const integration = { type: 'webhook', version: 'v1', settings: { url: 'http://a.example' } };
  const test = { 'alert.notifications.receivers.test:create': ['receivers:uid:-'] };
  const only = await grafanaWith(test, '13.2.1');
  expect(await only.custom('POST', path, { integration })).toBe(403);
  const both = await grafanaWith({ ...test, 'alert.notifications.receivers:create': [''] }, '13.2.1');
  expect(await both.custom('POST', path, { integration })).toBe(200);
});
