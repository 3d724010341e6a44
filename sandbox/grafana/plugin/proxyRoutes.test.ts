import { ROOT_URL, testGrafana } from '../testGrafana';

const PLUGIN = {
  id: 'test-app',
  name: 'Test',
  routes: [
    {
      path: 'points',
      method: 'POST',
      reqRole: 'Editor',
      url: '{{ .JsonData.grafanaUrl }}/api/v1/provisioning/contact-points',
      headers: [{ name: 'Authorization', content: 'Bearer {{ .SecureJsonData.token }}' }],
    },
    { path: 'irm/*', url: '{{ .JsonData.irmUrl }}/api/v1', headers: [] },
  ],
};
const SETTINGS = '/api/plugins/test-app/settings';
const PROXY = '/api/plugin-proxy/test-app';

async function configured(secureJsonData: Record<string, string> = {}) {
  const test = testGrafana({ plugin: PLUGIN });
  const jsonData = { grafanaUrl: ROOT_URL, irmUrl: 'http://irm.test/oncall' };
  await test.as('admin')('POST', SETTINGS, { enabled: true, pinned: true, jsonData, secureJsonData });
  return test;
}

test('an Editor makes a contact point through the proxy with the token of the service account', async () => {
  const { as, sent } = await configured();
  const admin = as('admin');
  const search = await admin('GET', '/api/serviceaccounts/search');
  const { serviceAccounts } = search.body as { serviceAccounts: Array<{ id: number }> };
  const made = await admin('POST', `/api/serviceaccounts/${serviceAccounts[0]?.id}/tokens`, { name: 'plugin' });
  const { key } = made.body as { key: string };
  const jsonData = { grafanaUrl: ROOT_URL };
  await admin('POST', SETTINGS, { enabled: true, jsonData, secureJsonData: { token: key } });

  const point = { uid: 'a', name: 'A', type: 'webhook', settings: { url: 'http://x.test/' } };
  const editor = as('editor', { 'X-Disable-Provenance': 'true' });
  expect(await editor('POST', `${PROXY}/points`, point)).toMatchObject({ status: 202, body: { uid: 'a' } });
  expect(sent[0]?.headers.get('Authorization')).toBe(`Bearer ${key}`);
  const list = await as('viewer')('GET', '/api/v1/provisioning/contact-points');
  expect(list.body).toEqual([{ ...point, disableResolveMessage: false }]);
  expect(await as('viewer')('POST', `${PROXY}/points`, point)).toMatchObject({
    status: 403,
    body: { message: 'plugin proxy route access denied' },
  });
});

test('the target sees neither credentials nor cookies of the user, but who it is, and the query', async () => {
  const { as, sent } = await configured();
  const viewer = as('viewer', { Cookie: 'grafana_session=x', 'X-Other': 'stays' });
  expect(await viewer('GET', `${PROXY}/irm/integrations/?page=2`)).toMatchObject({ status: 200, body: 'Ok.' });
  const [request] = sent;
  expect(request?.url).toBe('http://irm.test/oncall/api/v1/integrations?page=2');
  expect(request?.headers.get('Authorization')).toBeNull();
  expect(request?.headers.get('Cookie')).toBeNull();
  expect(request?.headers.get('X-Other')).toBe('stays');
  expect(request?.headers.get('X-Grafana-Context')).toContain('viewer');
});

test.each(['/irm/a%2Fb', '/irm', '/points/x', '/nothing'])('%s finds no route', async (path) => {
  const { as, sent } = await configured();
  expect(await as('admin')('GET', PROXY + path)).toMatchObject({
    status: 404,
    body: { message: 'plugin route match not found' },
  });
  expect(sent).toEqual([]);
});

test('another verb finds no route', async () => {
  const { as } = await configured();
  expect((await as('admin')('DELETE', `${PROXY}/points`)).status).toBe(404);
});

test('a target that cannot be reached is a 502 without a word', async () => {
  const refuse: typeof fetch = () => Promise.reject(new TypeError('fetch failed'));
  const { as } = testGrafana({ plugin: PLUGIN, send: refuse });
  await as('admin')('POST', SETTINGS, { enabled: true, jsonData: {} });
  const answered = await as('admin')('GET', `${PROXY}/irm/x`);
  expect([answered.status, answered.body]).toEqual([502, '']);
});

test("the target's own status, headers and body go back, also those of a refusal", async () => {
  const body = { detail: 'Request was throttled. Expected available in 42 seconds.' };
  const refuse: typeof fetch = async () =>
    Response.json(body, { status: 429, headers: { 'Retry-After': '42', 'Set-Cookie': 'a=b' } });
  const { as } = testGrafana({ plugin: PLUGIN, send: refuse });
  await as('admin')('POST', SETTINGS, { enabled: true, jsonData: {} });
  const answered = await as('viewer')('GET', `${PROXY}/irm/x`);
  expect(answered).toMatchObject({ status: 429, body });
  expect([answered.headers.get('Retry-After'), answered.headers.get('Set-Cookie')]).toEqual(['42', null]);
});

test('what is not set is sent as Go prints it, or as nothing where that was asked for', async () => {
  const headers = [
    { name: 'X-Plain', content: '{{ .JsonData.none }}' },
    { name: 'X-Before', content: '{{ orEmpty .JsonData.none }}' },
    { name: 'X-After', content: '{{.SecureJsonData.none | orEmpty}}' },
    { name: 'X-Set', content: '{{ orEmpty .JsonData.set }}' },
  ];
  const plugin = { ...PLUGIN, routes: [{ path: 'irm/*', url: 'http://irm.test', headers }] };
  const { as, sent } = testGrafana({ plugin });
  await as('admin')('POST', SETTINGS, { enabled: true, jsonData: { set: 'value' } });
  await as('viewer')('GET', `${PROXY}/irm/x/`);
  expect(sent[0]?.url).toBe('http://irm.test/x');
  expect(headers.map(({ name }) => sent[0]?.headers.get(name))).toEqual(['<no value>', '', '', 'value']);
});

test('secrets are told to be there, stay when not sent again, and go when emptied', async () => {
  const { as } = await configured({ token: 'secret' });
  const admin = as('admin');
  await admin('POST', SETTINGS, { enabled: true, jsonData: { irmUrl: 'http://other.test' } });
  const { body } = await admin('GET', SETTINGS);
  expect(body).toMatchObject({ jsonData: { irmUrl: 'http://other.test' }, secureJsonFields: { token: true } });
  expect(JSON.stringify(body)).not.toContain('secret');
  await admin('POST', SETTINGS, { enabled: true, secureJsonData: { token: '' } });
  expect((await admin('GET', SETTINGS)).body).toMatchObject({ secureJsonFields: {} });
});
