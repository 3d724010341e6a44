import { testGrafana } from '../testGrafana';

const UNAUTHORIZED = {
  extra: null,
  message: 'Unauthorized',
  messageId: 'auth.unauthorized',
  statusCode: 401,
  traceID: '',
};

test('somebody signs in, works with the cookie and signs out', async () => {
  const { ask } = testGrafana();
  const login = await ask('POST', '/login', {}, { user: 'editor', password: 'editorpass' });
  const cookie = login.headers.get('Set-Cookie') ?? '';
  expect(login).toMatchObject({ status: 200, body: { message: 'Logged in' } });
  expect(cookie).toContain('HttpOnly');

  const Cookie = cookie.split(';')[0] ?? '';
  expect(await ask('GET', '/api/user', { Cookie })).toMatchObject({ status: 200, body: { login: 'editor', orgId: 1 } });

  expect((await ask('GET', '/logout', { Cookie })).status).toBe(302);
  expect(await ask('GET', '/api/user', { Cookie })).toMatchObject({ status: 401, body: UNAUTHORIZED });
});

test('a wrong password is refused at sign-in and with every request', async () => {
  const { ask } = testGrafana();
  const refused = { status: 401, body: { message: 'Invalid username or password', messageId: 'password-auth.failed' } };
  expect(await ask('POST', '/login', {}, { user: 'admin', password: 'no' })).toMatchObject(refused);
  expect(await ask('GET', '/api/user', { Authorization: `Basic ${btoa('admin:no')}` })).toMatchObject(refused);
});

test('nobody gets further than health without signing in', async () => {
  const { ask } = testGrafana();
  expect(await ask('GET', '/api/health', {})).toMatchObject({ status: 200, body: { version: '12.4.0' } });
  for (const path of ['/api/user', '/api/datasources', '/api/folders', '/apis/notifications.alerting.grafana.app/']) {
    expect(await ask('GET', path, {})).toMatchObject({ status: 401, body: UNAUTHORIZED });
  }
});

test('an administrator makes a token for the service account that is there, and it acts as an Editor', async () => {
  const { as, ask } = testGrafana();
  const found = await as('admin')('GET', '/api/serviceaccounts/search?query=plug');
  const { serviceAccounts } = found.body as { serviceAccounts: Array<{ id: number; name: string; role: string }> };
  expect(serviceAccounts).toMatchObject([{ name: 'plugin', role: 'Editor' }]);

  const path = `/api/serviceaccounts/${serviceAccounts[0]?.id}/tokens`;
  expect((await as('editor')('POST', path, { name: 'mine' })).status).toBe(403);
  const { key } = (await as('admin')('POST', path, { name: 'plugin' })).body as { key: string };
  expect(key).toMatch(/^glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}$/);

  const Authorization = `Bearer ${key}`;
  expect(await ask('GET', '/api/user', { Authorization })).toMatchObject({ body: { login: 'sa-1-plugin' } });
  expect((await ask('GET', '/api/serviceaccounts/search', { Authorization })).status).toBe(403);
  expect(await ask('GET', '/api/user', { Authorization: 'Bearer glsa_nope' })).toMatchObject({
    status: 401,
    body: { messageId: 'api-key.invalid' },
  });
});

test('a service account of another role is made, its token taken back', async () => {
  const { as, ask } = testGrafana();
  const admin = as('admin');
  const { id } = (await admin('POST', '/api/serviceaccounts', { name: 'Reader', role: 'Viewer' })).body as {
    id: number;
  };
  const made = await admin('POST', `/api/serviceaccounts/${id}/tokens`, { name: 'a' });
  const { id: tokenId, key } = made.body as { id: number; key: string };
  const Authorization = `Bearer ${key}`;
  expect((await ask('GET', '/api/v1/provisioning/contact-points', { Authorization })).status).toBe(200);
  expect((await ask('POST', '/api/folders', { Authorization }, { title: 'x' })).status).toBe(403);
  await admin('DELETE', `/api/serviceaccounts/${id}/tokens/${tokenId}`);
  expect((await ask('GET', '/api/user', { Authorization })).status).toBe(401);
});
