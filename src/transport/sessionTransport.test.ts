/** @jest-environment <rootDir>/.config/jest/page.mjs */
import '../../tests/support/browserGaps';
import { setBackendSrv, type BackendSrvRequest } from '@grafana/runtime';
import { delay, http, HttpResponse } from 'msw';
import { fetchBackendSrv } from '../../tests/support/fetchBackendSrv';
import { mswServer } from '../../tests/support/mswServer';
import { proxyTransport } from './proxyTransport';
import { sessionTransport } from './sessionTransport';

const server = mswServer();

const ROOT = 'http://grafana.example/sub';
let seen: BackendSrvRequest[];
beforeEach(() => {
  seen = [];
  setBackendSrv(fetchBackendSrv(ROOT, seen));
});

const get = (path: string) => sessionTransport().request({ method: 'GET', path });

it('reads status, body and the server’s time, below a sub-path', async () => {
  server.use(
    http.get(`${ROOT}/api/folders/a%20b`, ({ request }) =>
      HttpResponse.json(
        { asked: new URL(request.url).searchParams.get('q') },
        { headers: { Date: 'Sun, 22 Nov 2026 04:20:35 GMT' } }
      )
    )
  );
  const answer = await sessionTransport().request({
    method: 'GET',
    path: '/api/folders/a%20b',
    query: { q: 'x & y=z' },
  });
  expect(answer).toEqual({
    ok: true,
    value: {
      status: 200,
      body: { asked: 'x & y=z' },
      date: Date.UTC(2026, 10, 22, 4, 20, 35),
      redirected: false,
    },
  });
});

it('sends verb, headers and body, and keeps Grafana’s own messages off the screen', async () => {
  server.use(
    http.put(`${ROOT}/api/thing`, async ({ request }) =>
      HttpResponse.json({ header: request.headers.get('X-Disable-Provenance'), body: await request.json() })
    )
  );
  const answer = await sessionTransport().request({
    method: 'PUT',
    path: '/api/thing',
    headers: { 'X-Disable-Provenance': 'true' },
    body: { a: [1] },
  });
  expect(answer).toMatchObject({ ok: true, value: { body: { header: 'true', body: { a: [1] } } } });
  expect(seen[0]).toMatchObject({ showErrorAlert: false, showSuccessAlert: false });
  expect(seen[0]?.requestId).toBeUndefined();
});

it('takes an empty answer that calls itself JSON, as a deletion gives', async () => {
  server.use(
    http.delete(
      `${ROOT}/api/thing`,
      () => new HttpResponse(null, { status: 204, headers: { 'Content-Type': 'application/json' } })
    )
  );
  const answer = await sessionTransport().request({ method: 'DELETE', path: '/api/thing' });
  expect(answer).toMatchObject({ ok: true, value: { status: 204, body: null } });
});

it.each([
  ['JSON', () => HttpResponse.json({ message: 'no' }, { status: 403 }), 403, { message: 'no' }],
  ['a text', () => HttpResponse.text('Bad things', { status: 500 }), 500, 'Bad things'],
  [
    'a page',
    () => HttpResponse.html('<html><title>x</title></html>', { status: 404 }),
    404,
    '<html><title>x</title></html>',
  ],
  ['nothing', () => new HttpResponse(null, { status: 502, statusText: 'Bad Gateway' }), 502, null],
])('gives back %s that came with an error', async (_, respond, status, body) => {
  server.use(http.get(`${ROOT}/api/thing`, respond));
  expect(await get('/api/thing')).toMatchObject({ ok: true, value: { status, body } });
});

it('answers with a value when nobody is there', async () => {
  server.use(http.get(`${ROOT}/api/thing`, () => HttpResponse.error()));
  expect(await get('/api/thing')).toMatchObject({ ok: false, error: { reason: 'unreachable' } });
});

it('gives up on a call that takes too long', async () => {
  server.use(
    http.get(`${ROOT}/api/thing`, async () => {
      await delay(2000);
      return HttpResponse.json({});
    })
  );
  const answer = await sessionTransport().request({ method: 'GET', path: '/api/thing', timeoutMs: 30 });
  expect(answer).toMatchObject({ ok: false, error: { reason: 'timeout' } });
});

it('goes through the plugin’s own routes on the way of the proxy', async () => {
  server.use(
    http.get(`${ROOT}/api/plugin-proxy/irmconnect-setup-app/grafana/api/datasources`, () => HttpResponse.json([]))
  );
  const proxy = proxyTransport(sessionTransport());
  expect(proxy.way).toBe('proxy');
  expect(await proxy.request({ method: 'GET', path: '/api/datasources' })).toMatchObject({
    ok: true,
    value: { status: 200, body: [] },
  });
});
