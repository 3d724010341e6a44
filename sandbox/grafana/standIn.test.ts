import { NOT_BUILT } from './notBuilt';
import { testGrafana } from './testGrafana';

const POINT = { uid: 'a', name: 'A', type: 'webhook', settings: { url: 'http://x.test/' } };
const POINTS = '/api/v1/provisioning/contact-points';
const OLD_TEST = '/api/alertmanager/grafana/config/api/v1/receivers/test';
const RAW = '/api/alertmanager/grafana/config/api/v1/alerts';
const platform = (version: string) => `/apis/notifications.alerting.grafana.app/${version}/namespaces/default`;

test('every answer carries the time of the stand-in', async () => {
  const { as, clock } = testGrafana();
  await clock.advance(1000);
  for (const path of ['/api/health', '/api/nothing', POINTS]) {
    expect((await as('viewer')('GET', path)).headers.get('Date')).toBe('Mon, 23 Nov 2026 09:00:01 GMT');
  }
});

test('what is not built says so, what nobody knows is not found', async () => {
  const { as } = testGrafana();
  for (const { method, path, reason } of NOT_BUILT) {
    const verb = method === '*' ? 'GET' : method;
    const example = path.replace(/\/\*$/, '/x').replace('/*/', '/v0alpha1/namespaces/default/').replace(/\*$/, '');
    expect(await as('admin')(verb, example)).toMatchObject({
      status: 501,
      body: { message: `not built in the sandbox: ${reason}` },
    });
  }
  for (const path of ['/api/nothing', '/apis/nothing', '/api/v1/provisioning/nothing']) {
    expect(await as('admin')('GET', path)).toMatchObject({ status: 404, body: { message: 'Not found' } });
  }
  expect(NOT_BUILT.length).toBeLessThanOrEqual(15);
});

test('a saved state brings back people, contact points, policies and the plugin', async () => {
  const plugin = { id: 'test-app', name: 'Test' };
  const first = testGrafana({ plugin });
  const admin = first.as('admin', { 'X-Disable-Provenance': 'true' });
  await admin('POST', POINTS, POINT);
  await admin('PUT', '/api/v1/provisioning/policies', { receiver: 'A' });
  await admin('POST', '/api/plugins/test-app/settings', { enabled: true, jsonData: { a: 1 } });
  const login = await first.ask('POST', '/login', {}, { user: 'viewer', password: 'viewerpass' });
  const Cookie = login.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  await admin('POST', '/api/folders', { uid: 'f', title: 'F' });
  const saved: unknown = JSON.parse(JSON.stringify(first.grafana.snapshot()));
  first.grafana.stop();

  const second = testGrafana({ plugin, saved });
  const paths = [POINTS, '/api/v1/provisioning/policies', '/api/plugins/test-app/settings', '/api/folders/f'];
  for (const path of paths) {
    expect((await second.as('admin')('GET', path)).body).toEqual((await first.as('admin')('GET', path)).body);
  }
  expect((await second.ask('GET', '/api/user', { Cookie })).status).toBe(200);
  expect(() => testGrafana({ saved: { format: 0 } })).toThrow('no saved state');
});

test('a plugin says where its texts are, and one without languages has no such field', async () => {
  const settings = async (plugin: object) =>
    (await testGrafana({ plugin }).as('viewer')('GET', '/api/plugins/test-app/settings')).body;
  const languages = ['en-US', 'de-DE'];
  expect(await settings({ id: 'test-app', name: 'Test', languages })).toMatchObject({
    translations: {
      'en-US': 'public/plugins/test-app/locales/en-US/test-app.json',
      'de-DE': 'public/plugins/test-app/locales/de-DE/test-app.json',
    },
  });
  expect(await settings({ id: 'test-app', name: 'Test' })).not.toHaveProperty('translations');
});

test('tests of many cases can have a stand-in from a saved state for each', async () => {
  const first = testGrafana();
  await first.as('admin')('POST', POINTS, POINT);
  const saved = first.grafana.snapshot();
  const started = process.cpuUsage();
  for (let count = 0; count < 100; count += 1) {
    const { as, grafana } = testGrafana({ saved });
    expect((await as('admin')('GET', POINTS)).status).toBe(200);
    grafana.stop();
  }
  // About 2 ms of a core each, whatever else runs on it.
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(2000);
});

test('one stand-in can go back to a saved state again and again', async () => {
  const { as, grafana } = testGrafana();
  await as('admin')('POST', POINTS, POINT);
  const saved = grafana.snapshot();
  await as('admin')('DELETE', `${POINTS}/a`);
  await as('admin')('POST', '/api/folders', { uid: 'f', title: 'F' });
  grafana.load(saved);
  expect(grafana.snapshot()).toEqual(saved);
  expect((await as('editor')('GET', '/api/folders/f')).status).toBe(403);
});

test('13: the old receiver test is gone, the new one is found at v1beta1', async () => {
  const { as, sent } = testGrafana({ version: '13.2.1' });
  const editor = as('editor');
  expect((await editor('POST', OLD_TEST, { receivers: [] })).status).toBe(410);
  const body = { integration: { type: 'webhook', settings: POINT.settings }, alert: { labels: { alertname: 'T' } } };
  expect((await editor('POST', `${platform('v0alpha1')}/receivers/-/test`, body)).status).toBe(200);
  expect(await editor('POST', `${platform('v1beta1')}/receivers/-/test`, body)).toMatchObject({
    status: 200,
    body: { status: 'success' },
  });
  expect(await sent[0]?.json()).toMatchObject({ status: 'firing', orgId: 1, commonLabels: { alertname: 'T' } });
  expect((await as('viewer')('POST', `${platform('v1beta1')}/receivers/-/test`, body)).status).toBe(403);
});

test('13: old endpoints work and say that they will go; the raw configuration is for administrators', async () => {
  const { as } = testGrafana({ version: '13.2.1' });
  const made = await as('editor')('POST', POINTS, POINT);
  expect(made.status).toBe(202);
  expect(made.headers.get('Warning')).toMatch(/^299 /);
  expect(made.headers.get('X-API-Replacement')).toBe(`${platform('v1beta1')}/receivers`);
  const policies = await as('viewer')('GET', '/api/v1/provisioning/policies');
  expect(policies.headers.get('X-API-Replacement')).toBe(`${platform('v1beta1')}/routingtrees`);
  expect((await as('editor')('GET', RAW)).status).toBe(403);
  expect((await as('admin')('GET', RAW)).body).toMatchObject({
    alertmanager_config: { receivers: [{ name: 'empty' }, { name: 'A' }] },
  });
  expect((await as('viewer')('GET', `${platform('v1beta1')}/receivers`)).body).toMatchObject({
    apiVersion: 'notifications.alerting.grafana.app/v1beta1',
    items: [
      { spec: { title: 'empty' } },
      { spec: { title: 'A' }, metadata: { annotations: { 'grafana.com/provenance': 'api' } } },
    ],
  });
});

test('12 says nothing of deprecation and shows the raw configuration to everybody', async () => {
  const { as } = testGrafana({ version: '12.3.0' });
  expect((await as('viewer')('GET', POINTS)).headers.get('Warning')).toBeNull();
  expect((await as('viewer')('GET', RAW)).status).toBe(200);
});

test('of two restarts at once the second counts', async () => {
  const { grafana, clock } = testGrafana();
  const isDown = () => grafana.replicas[0]?.downSince() !== undefined;
  grafana.restart('graceful', 2000);
  grafana.restart('graceful', 3000);
  await clock.advance(2999);
  expect(isDown()).toBe(true);
  await clock.advance(1);
  expect(isDown()).toBe(false);
});
