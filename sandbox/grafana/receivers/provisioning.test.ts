import { testGrafana } from '../testGrafana';

const POINTS = '/api/v1/provisioning/contact-points';
const POLICIES = '/api/v1/provisioning/policies';
const EDITABLE = { 'X-Disable-Provenance': 'true' };
const point = (uid: string, name: string, settings: object = {}) => ({
  uid,
  name,
  type: 'webhook',
  settings: { url: 'http://x.test/', ...settings },
  disableResolveMessage: false,
});

test('a password is never shown again, and stays when its placeholder comes back', async () => {
  const { as, sent } = testGrafana();
  const editor = as('editor', EDITABLE);
  await editor('POST', POINTS, point('a', 'A', { username: 'u', password: 'secret' }));
  const shown = point('a', 'A', { username: 'u', password: '[REDACTED]' });
  expect((await as('admin')('GET', POINTS)).body).toEqual([shown]);
  expect((await editor('PUT', `${POINTS}/a`, shown)).status).toBe(202);

  const config = { ...shown, grafana_managed_receiver_configs: undefined };
  const test = { receivers: [{ name: 'A', grafana_managed_receiver_configs: [config] }] };
  await editor('POST', '/api/alertmanager/grafana/config/api/v1/receivers/test', test);
  expect(sent[0]?.headers.get('Authorization')).toBe(`Basic ${btoa('u:secret')}`);
  const yaml = (decrypt: boolean, login: 'editor' | 'admin') =>
    as(login)('GET', `${POINTS}/export?format=yaml&decrypt=${decrypt}&name=A`);
  expect((await yaml(true, 'admin')).body).toContain('password: secret');
  expect((await yaml(false, 'admin')).body).toContain('password: "[REDACTED]"');
});

test('only who made a contact point, and administrators, export its secrets', async () => {
  const { as } = testGrafana();
  await as('admin', EDITABLE)('POST', POINTS, point('a', 'A'));
  const path = `${POINTS}/export?decrypt=true`;
  expect((await as('editor')('GET', path)).status).toBe(403);
  await as('editor', EDITABLE)('POST', POINTS, point('b', 'B'));
  const { body } = await as('editor')('GET', path);
  expect(body).toContain('name: B');
  expect(body).not.toContain('name: A');
});

test('policies follow a renamed contact point', async () => {
  const { as } = testGrafana();
  const editor = as('editor', EDITABLE);
  await editor('POST', POINTS, point('a', 'A'));
  await editor('PUT', POLICIES, { receiver: 'empty', routes: [{ receiver: 'A' }] });
  await editor('PUT', `${POINTS}/a`, point('a', 'A2'));
  expect((await editor('GET', POLICIES)).body).toEqual({ receiver: 'empty', routes: [{ receiver: 'A2' }] });
});

test('renaming one of two integrations leaves the other where it is', async () => {
  const { as } = testGrafana();
  const editor = as('editor', EDITABLE);
  await editor('POST', POINTS, point('a', 'A'));
  await editor('POST', POINTS, point('b', 'A'));
  await editor('PUT', POLICIES, { receiver: 'A' });
  await editor('PUT', `${POINTS}/b`, point('b', 'B'));
  const { body } = await editor('GET', POINTS);
  expect((body as Array<{ uid: string; name: string }>).map(({ uid, name }) => [uid, name])).toEqual([
    ['a', 'A'],
    ['b', 'B'],
  ]);
  expect((await editor('GET', POLICIES)).body).toEqual({ receiver: 'A' });
});

test('of a contact point in use every integration but the last may go', async () => {
  const { as } = testGrafana();
  const editor = as('editor', EDITABLE);
  await editor('POST', POINTS, point('a', 'A'));
  await editor('POST', POINTS, point('b', 'A'));
  await editor('PUT', POLICIES, { receiver: 'A' });
  expect((await editor('DELETE', `${POINTS}/b`)).status).toBe(202);
  expect((await editor('DELETE', `${POINTS}/a`)).status).toBe(409);
});

test('a locked contact point cannot be changed as if it were not, on the app platform neither', async () => {
  const { as } = testGrafana();
  await as('editor')('POST', POINTS, point('a', 'A'));
  const path = '/apis/notifications.alerting.grafana.app/v0alpha1/namespaces/default/receivers/QQ';
  const { body } = await as('editor')('GET', path);
  const object = body as { metadata: { annotations: Record<string, string> } };
  expect((await as('editor')('PUT', path, object)).status).toBe(200);
  const unlocked = { ...object, metadata: { annotations: { 'grafana.com/provenance': 'none' } } };
  expect((await as('editor')('PUT', path, unlocked)).status).toBe(403);
});
