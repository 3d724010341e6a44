import { ROOT_URL, testGrafana } from '../../sandbox/grafana/testGrafana';
import { fetchTransport } from '../../tests/support/fetchTransport';
import type { Integration } from '../connection/model';
import { createGrafanaClient } from './grafanaClient';

const POINTS = '/api/v1/provisioning/contact-points';
const RECEIVERS = '/apis/notifications.alerting.grafana.app/v1beta1/namespaces/default/receivers';

const HOOK = {
  uid: 'hook',
  name: 'Team',
  type: 'webhook',
  settings: { url: 'https://irm.example/a/', maxAlerts: '5', username: 'u', password: 's3cret' },
};
const MAIL = { uid: 'mail', name: 'Team', type: 'email', settings: { addresses: 'a@b.example' } };
const POLICIES = {
  receiver: 'Team',
  group_wait: '10s',
  routes: [
    {
      receiver: 'Team',
      continue: true,
      object_matchers: [['severity', '=~', 'critical|high']],
      repeat_interval: '1h',
      routes: [{ receiver: 'Other', object_matchers: [['team', '!=', 'db']] }],
    },
  ],
};

/** The same objects, looked at by a client that begins with the older or the newer API. */
async function startWorld() {
  const { grafana, as } = testGrafana({ version: '13.2.1' });
  const admin = as('admin', { 'X-Disable-Provenance': 'true' });
  for (const body of [HOOK, MAIL, { ...HOOK, uid: 'other', name: 'Other' }]) {
    expect((await admin('POST', POINTS, body)).status).toBe(202);
  }
  expect((await as('admin')('POST', POINTS, { ...HOOK, uid: 'locked', name: 'Locked' })).status).toBe(202);
  const interval = { name: 'nights', time_intervals: [{ weekdays: ['monday'] }] };
  expect((await admin('POST', '/api/v1/provisioning/mute-timings', interval)).status).toBe(201);
  expect((await admin('PUT', '/api/v1/provisioning/policies', POLICIES)).status).toBe(202);
  const asked: string[] = [];
  const client = (receiverTest: 'old' | 'v1beta1', login = 'admin:admin') =>
    createGrafanaClient(
      fetchTransport({
        baseUrl: ROOT_URL,
        credentials: login,
        fetch: (request) => {
          asked.push(`${request.method} ${new URL(request.url).pathname}`);
          return grafana.fetch(request);
        },
      }),
      { namespace: 'default', receiverTest }
    );
  return {
    admin,
    asked,
    older: client('old'),
    newer: client('v1beta1'),
    viewer: client('v1beta1', 'viewer:viewerpass'),
  };
}

const listed = async (client: ReturnType<typeof createGrafanaClient>): Promise<Integration[]> => {
  const list = await client.listIntegrations();
  return list.ok ? list.value.value : [];
};

it('reads contact points, policies and time intervals alike through both', async () => {
  const { older, newer, asked } = await startWorld();
  expect(await listed(newer)).toEqual(await listed(older));
  expect(await listed(newer)).toContainEqual({
    uid: 'hook',
    name: 'Team',
    type: 'webhook',
    url: 'https://irm.example/a/',
    maxAlerts: 5,
    disableResolveMessage: false,
    provenance: 'none',
    otherSettings: { username: 'u', password: '[REDACTED]' },
  });
  const policies = await newer.readPolicies();
  expect(policies).toEqual(await older.readPolicies());
  expect(policies).toMatchObject({ value: { receiver: 'Team', routes: [{ routes: [{ receiver: 'Other' }] }] } });
  const intervals = await newer.listTimeIntervals();
  expect(intervals).toEqual(await older.listTimeIntervals());
  expect(intervals).toMatchObject({ value: [{ name: 'nights' }] });
  expect(asked.filter((call) => call.startsWith('GET /api/v1'))).toHaveLength(3);
});

it('takes one integration out of its contact point, and the contact point away with the last', async () => {
  const { newer, admin } = await startWorld();
  await newer.listIntegrations();
  expect(await newer.deleteIntegration('other')).toMatchObject({ error: { reason: 'inUse' } });
  expect(await newer.deleteIntegration('mail')).toEqual({ ok: true, value: undefined });
  expect((await listed(newer)).map(({ uid }) => uid)).toEqual(['locked', 'other', 'hook']);
  await admin('PUT', '/api/v1/provisioning/policies', { receiver: 'Team' });
  expect(await newer.deleteIntegration('other')).toEqual({ ok: true, value: undefined });
  expect(await newer.deleteIntegration('other')).toEqual({ ok: true, value: undefined });
  expect((await listed(newer)).map(({ name }) => name)).toEqual(['Locked', 'Team']);
});

it('refuses a name that is taken, where the older API would have joined the two', async () => {
  const { newer } = await startWorld();
  const hook = (await listed(newer)).find(({ uid }) => uid === 'hook');
  expect(hook && (await newer.createIntegration({ ...hook, uid: 'mine' }))).toMatchObject({
    error: { reason: 'nameTaken' },
  });
});

it('writes locked contact points through the provisioning API as long as it is there', async () => {
  const { newer, asked } = await startWorld();
  const locked = (await listed(newer)).find(({ uid }) => uid === 'locked');
  asked.splice(0);
  expect(locked && (await newer.updateIntegration({ ...locked, maxAlerts: 7 }, locked))).toMatchObject({ ok: true });
  expect(asked).toEqual([`PUT ${POINTS}/locked`]);
});

it('keeps what belongs to whoever looks: a Viewer reads through the newer API and writes through none', async () => {
  const { viewer, asked } = await startWorld();
  const hook = (await listed(viewer)).find(({ uid }) => uid === 'hook');
  expect(asked).toEqual([`GET ${RECEIVERS}`]);
  expect(hook && (await viewer.createIntegration({ ...hook, name: 'New' }))).toMatchObject({
    error: { reason: 'forbidden' },
  });
});
