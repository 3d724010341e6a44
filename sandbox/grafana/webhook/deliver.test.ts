import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { fakeClock, realClock } from '../../clock';
import { deliverWebhook } from './deliver';
import { webhookPayload } from './payload';

const payload = webhookPayload({
  receiver: 'A',
  rootUrl: 'http://g',
  orgId: 1,
  groupKey: 'k',
  groupLabels: {},
  alerts: [],
});

let server: Server;
let root: string;
const seen: Array<{ method?: string; url?: string; length: number; authorization?: string }> = [];

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { method, url, headers } = request;
      seen.push({ method, url, length: body.length, authorization: headers.authorization });
      const status = Number(/^\/(\d{3})$/.exec(url ?? '')?.[1] ?? 200);
      response.writeHead(status, status > 300 && status < 400 ? { Location: '/end' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => void seen.splice(0));
afterAll(() => new Promise((resolve) => server.close(resolve)));

const deliver = (settings: Record<string, unknown>) =>
  deliverWebhook({ settings, payload, send: fetch, clock: realClock() });

test('a 2xx is a success; the payload and the chosen verb arrive', async () => {
  expect((await deliver({ url: `${root}/a`, httpMethod: 'PUT' })).error).toBeUndefined();
  expect(seen).toMatchObject([{ method: 'PUT', url: '/a', length: JSON.stringify(payload).length }]);
});

test('it sends by POST where no method is named, and by none but POST and PUT, written like this', async () => {
  expect((await deliver({ url: `${root}/a`, httpMethod: '' })).error).toBeUndefined();
  expect((await deliver({ url: `${root}/a`, httpMethod: 'post' })).error).toMatch(/only supports/);
  expect(seen).toMatchObject([{ method: 'POST' }]);
});

test.each([
  [301, 'GET', 0],
  [303, 'GET', 0],
  [307, 'POST', 1],
  [308, 'POST', 1],
])('a %i goes on as %s', async (status, method, hasBody) => {
  expect((await deliver({ url: `${root}/${status}` })).error).toBeUndefined();
  expect(seen.map((request) => request.method)).toEqual(['POST', method]);
  expect(Math.sign(seen[1]?.length ?? 0)).toBe(hasBody);
});

test('credentials are sent in both forms that a webhook can have', async () => {
  await deliver({ url: root, username: 'u', password: 'p' });
  await deliver({ url: root, authorization_scheme: 'Token', authorization_credentials: 'abc' });
  await deliver({ url: root, authorization_credentials: 'abc' });
  expect(seen.map(({ authorization }) => authorization)).toEqual([`Basic ${btoa('u:p')}`, 'Token abc', 'Bearer abc']);
});

test('a name without a password is no basic auth, and lets the other form be sent', async () => {
  await deliver({ url: root, username: 'u' });
  await deliver({ url: root, password: 'p' });
  await deliver({ url: root, username: 'u', authorization_credentials: 'abc' });
  expect(seen.map(({ authorization }) => authorization)).toEqual([undefined, undefined, 'Bearer abc']);
});

test('to the address that stands for nobody nothing is sent, which is a success', async () => {
  const send: typeof fetch = () => Promise.reject(new Error('sent'));
  const settings = { url: 'grafana://noop' };
  expect(await deliverWebhook({ settings, payload, send, clock: realClock() })).toEqual({
    durationMs: expect.any(Number),
  });
});

test('real failures read as in Grafana', async () => {
  const errors = async (urls: string[]) => Promise.all(urls.map(async (url) => (await deliver({ url })).error));
  expect(
    await errors([`${root}/429`, 'http://127.0.0.1:1/', root.replace('http:', 'https:'), 'not a url', 'ftp://x'])
  ).toEqual([
    'webhook response status 429 Too Many Requests',
    'Post "<redacted>": dial tcp 127.0.0.1:1: connect: connection refused',
    'Post "<redacted>": tls: first record does not look like a TLS handshake',
    'Post "<redacted>": unsupported protocol scheme ""',
    'Post "<redacted>": unsupported protocol scheme "ftp"',
  ]);
});

test('an answer that does not come is given up when the time is over, on the clock of the stand-in', async () => {
  const clock = fakeClock(0);
  const never: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
    });
  const result = deliverWebhook({ settings: { url: root }, payload, send: never, clock, timeoutMs: 15_000 });
  await clock.advance(15_000);
  expect(await result).toEqual({ error: 'Post "<redacted>": context deadline exceeded', durationMs: 15_000 });
});
