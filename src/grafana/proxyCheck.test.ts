import { http, HttpResponse } from 'msw';
import { fetchTransport } from '../../tests/support/fetchTransport';
import { mswServer } from '../../tests/support/mswServer';
import { recordedStep, responseOf } from '../../tests/support/recordings';
import { checkProxy } from './proxyCheck';
import { proxyTransport } from '../transport/proxyTransport';
import type { Transport } from '../transport/transport';

const server = mswServer();

const ROOT = 'http://grafana.example';
const PATH = `${ROOT}/api/plugin-proxy/irmconnect-setup-app/grafana/api/access-control/user/permissions`;
const proxy = proxyTransport(fetchTransport({ baseUrl: ROOT }));
const recorded = (file: string, name: string) => () => responseOf(recordedStep('12.4.0', file, name));
const page = (status: number) => () => HttpResponse.html('<!DOCTYPE html><title>Grafana</title>', { status });

const editorActions = (version: '12.3.0' | '12.4.0') =>
  recordedStep(version, 'state', 'user permissions (editor)').response.body as Record<string, string[]>;

it.each(['12.3.0', '12.4.0'] as const)('is content with a service account of role Editor of %s', async (version) => {
  server.use(http.get(PATH, () => HttpResponse.json(editorActions(version))));
  expect(await checkProxy(proxy)).toMatchObject({ ok: true, role: 'Editor', beyondEditor: [] });
});

it('is content with an Editor of 13.1, who has rights on contact points only one by one', async () => {
  const { 'alert.notifications:write': _, 'alert.notifications:read': __, ...actions } = editorActions('12.4.0');
  server.use(http.get(PATH, () => HttpResponse.json(actions)));
  expect(await checkProxy(proxy)).toMatchObject({ ok: true, role: 'Editor', beyondEditor: [] });
});

it('recognises an Admin, who may do more than is needed', async () => {
  const more = { 'org.users:write': ['users:*'], 'org.users:read': ['users:*'], 'plugins:write': ['plugins:*'] };
  server.use(http.get(PATH, () => HttpResponse.json({ ...editorActions('12.4.0'), ...more })));
  expect(await checkProxy(proxy)).toMatchObject({
    ok: true,
    role: 'Admin',
    beyondEditor: ['org.users:write', 'plugins:write'],
  });
});

it.each([
  ...['org.users:add', 'users.password:write', 'teams.permissions:write', 'roles:write', 'serviceaccounts:write'],
  ...['serviceaccounts.permissions:write', 'datasources:create', 'datasources.permissions:write', 'plugins:install'],
  ...['orgs:write', 'settings:write', 'alert.provisioning:write', 'alert.provisioning.secrets:read'],
])('names the single right %s that an Editor lacks', async (action) => {
  server.use(http.get(PATH, () => HttpResponse.json({ ...editorActions('12.4.0'), [action]: ['x:*'] })));
  expect(await checkProxy(proxy)).toMatchObject({ ok: true, role: 'Editor', beyondEditor: [action] });
});

it('names what a service account of role Viewer lacks', async () => {
  server.use(http.get(PATH, recorded('state', 'user permissions (viewer)')));
  expect(await checkProxy(proxy)).toMatchObject({
    ok: false,
    problem: 'roleTooLow',
    role: 'Viewer',
    message: expect.stringContaining('alert.notifications:write'),
  });
});

it.each([
  ['was never configured', recorded('plugin', 'proxy before it is configured'), 'notConfigured'],
  ['has no route for it', recorded('plugin', 'proxy, unknown route'), 'notConfigured'],
  ['holds a token that is refused', recorded('plugin', 'proxy, grafana route without a token'), 'tokenRefused'],
  ['names an address where nobody is', recorded('plugin', 'proxy, target refuses'), 'unreachable'],
  ['is asked by a Viewer', recorded('plugin', 'proxy, viewer'), 'userRoleTooLow'],
  ['is asked by nobody', recorded('contact-points', 'not signed in'), 'signedOut'],
  ['names another web server', page(404), 'wrongAddress'],
  ['names a page that answers everything', page(200), 'wrongAddress'],
  [
    'names a path that Grafana does not know',
    () => HttpResponse.json({ message: 'Not found' }, { status: 404 }),
    'wrongAddress',
  ],
  ['gets an answer that is none of Grafana’s', () => HttpResponse.json([1]), 'wrongAddress'],
  ['has broken', () => HttpResponse.json({ message: 'x' }, { status: 500 }), 'other'],
  ['cannot be asked, for the browser does not reach Grafana', () => HttpResponse.error(), 'other'],
  ['cannot be asked, for a gateway in front of Grafana answers', page(502), 'other'],
  [
    'is asked through something that allows nobody',
    () => HttpResponse.json({ message: 'no' }, { status: 403 }),
    'other',
  ],
])('tells when the plugin %s', async (_, respond, problem) => {
  const isSignedIn = problem !== 'signedOut';
  const own = () => HttpResponse.json(isSignedIn ? { login: 'admin' } : {}, { status: isSignedIn ? 200 : 401 });
  server.use(http.get(PATH, respond), http.get('*/api/user', own));
  expect(await checkProxy(proxy)).toMatchObject({ ok: false, problem });
});

it('blames no address for a page that something in front of Grafana answers everything with', async () => {
  server.use(http.get(PATH, page(200)), http.get('*/api/user', page(200)));
  expect(await checkProxy(proxy)).toMatchObject({ ok: false, problem: 'other', error: { reason: 'webPage' } });
});

it('hands on why it could not be told', async () => {
  server.use(http.get(PATH, () => HttpResponse.json({ message: 'Too many requests' }, { status: 429 })));
  expect(await checkProxy(proxy)).toMatchObject({ ok: false, problem: 'other', error: { reason: 'rateLimited' } });
});

it('does not trust an answer that the browser fetched elsewhere', async () => {
  const redirected: Transport = {
    way: 'proxy',
    request: async () => ({
      ok: true,
      value: { status: 200, body: {}, date: undefined, redirected: true },
    }),
  };
  expect(await checkProxy(redirected)).toMatchObject({ ok: false, problem: 'wrongAddress' });
});
