import type { BackendSrvRequest, FetchError } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import { createBackendSrv } from './backendSrv';
import type { Alert } from './requestAlerts';

type Answer = () => Response | Promise<Response>;

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

function host(...answers: Answer[]) {
  const requests: Request[] = [];
  const alerts: Alert[] = [];
  let signedOut = 0;
  const backendSrv = createBackendSrv({
    fetch: async (input, init) => {
      const request = new Request(new URL(String(input), 'http://grafana'), init);
      requests.push(request);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (!answer) {
        throw new TypeError('Failed to fetch');
      }
      return new Promise<Response>((resolve, reject) => {
        request.signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
        Promise.resolve(answer()).then(resolve, reject);
      });
    },
    orgId: 7,
    isSignedIn: true,
    showAlert: (alert) => alerts.push(alert),
    onSignedOut: () => (signedOut += 1),
  });
  return { backendSrv, requests, alerts, signedOut: () => signedOut };
}

const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => Promise.reject(new Error('It did not fail')),
    (error: unknown) => error as FetchError<{ message?: string }>
  );
const alertsShown = () => new Promise((resolve) => setTimeout(resolve, 80));

describe('answers', () => {
  it('gives the body, parsed where it is JSON', async () => {
    const { backendSrv } = host(() => json(200, { a: 1 }));
    expect(await backendSrv.get('/api/x')).toEqual({ a: 1 });
    expect(await host(() => new Response('plain')).backendSrv.get('/api/x')).toBe('plain');
    expect(
      await host(() => new Response('', { headers: { 'content-type': 'application/json' } })).backendSrv.get('/x')
    ).toEqual({});
  });

  it('gives status and headers through fetch', async () => {
    const { backendSrv } = host(() => json(207, [], { 'x-from': 'grafana' }));
    const response = await lastValueFrom(backendSrv.fetch({ url: '/api/x' }));
    expect(response).toMatchObject({ status: 207, ok: true, data: [], config: { url: '/api/x' } });
    expect(response.headers.get('x-from')).toBe('grafana');
  });

  it('sends nothing until it is subscribed to', () => {
    const { backendSrv, requests } = host(() => json(200, {}));
    backendSrv.fetch({ url: '/api/x' });
    expect(requests).toHaveLength(0);
  });
});

describe('requests', () => {
  it('sends JSON for the organisation, with parameters', async () => {
    const { backendSrv, requests } = host(() => json(200, {}));
    await backendSrv.post('/api/x', { a: 1 }, { params: { name: 'a b', list: ['1', '2'], none: undefined } });
    const [request] = requests;
    expect(request?.url).toBe('http://grafana/api/x?name=a%20b&list=1&list=2');
    expect(request?.headers.get('content-type')).toBe('application/json');
    expect(request?.headers.get('x-grafana-org-id')).toBe('7');
    expect(await request?.json()).toEqual({ a: 1 });
  });

  it('sends a form where the content type is not exactly JSON, as Grafana does', async () => {
    const { backendSrv, requests } = host(() => json(200, {}));
    await backendSrv.post('/api/x', { a: 1 }, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
    expect(await requests[0]?.text()).toBe('a=1');
  });

  it('keeps Authorization for the sign-in of Grafana itself', async () => {
    const { backendSrv, requests } = host(() => json(200, {}));
    await backendSrv.get('/api/x', undefined, undefined, { headers: { Authorization: 'Bearer t' } });
    expect(requests[0]?.headers.get('authorization')).toBeNull();
    expect(requests[0]?.headers.get('x-ds-authorization')).toBe('Bearer t');
  });
});

describe('errors', () => {
  it('have status, text, data and config', async () => {
    const { backendSrv } = host(() => json(409, { message: 'taken', messageId: 'x' }));
    const error = await errorOf(backendSrv.post('/api/x', {}, { showErrorAlert: false }));
    expect(error).toMatchObject({ status: 409, data: { message: 'taken', messageId: 'x' }, config: { url: '/api/x' } });
  });

  it('carry a text answer as message', async () => {
    const { backendSrv } = host(() => new Response('no such page', { status: 404, statusText: 'Not Found' }));
    expect((await errorOf(backendSrv.get('/api/x'))).data).toEqual({
      message: 'no such page',
      error: 'Not Found',
      response: 'no such page',
    });
  });

  it('take the message from `error` when there is no other', async () => {
    const { backendSrv } = host(() => json(502, { error: 'bad gateway' }));
    expect((await errorOf(backendSrv.get('/api/x'))).data.message).toBe('bad gateway');
  });

  it('name an empty answer unexpected', async () => {
    const { backendSrv } = host(() => new Response(null, { status: 502 }));
    expect((await errorOf(backendSrv.get('/api/x'))).data).toEqual({ message: 'Unexpected error' });
  });

  it('have no status when there was no connection', async () => {
    const { backendSrv } = host();
    const error = await errorOf(backendSrv.get('/api/x'));
    expect(error).not.toHaveProperty('status');
    expect(error).toMatchObject({ message: 'Failed to fetch', data: { message: 'Unexpected error' } });
  });
});

describe('alerts', () => {
  const failing = (status: number, body: unknown, options: Partial<BackendSrvRequest> = {}) => {
    const made = host(() => json(status, body));
    return errorOf(made.backendSrv.request({ url: '/api/x', ...options }))
      .then(alertsShown)
      .then(() => made.alerts);
  };

  it.each([
    [400, { message: 'wrong' }, { severity: 'warning', title: 'wrong' }],
    [500, { message: 'broken' }, { severity: 'error', title: 'broken' }],
    [422, { message: 'too short' }, { severity: 'warning', title: 'Validation failed', text: 'too short' }],
    [400, { message: 'x'.repeat(81) }, { severity: 'warning', title: 'Error', text: 'x'.repeat(81) }],
  ])('shows a %s', async (status, body, alert) => {
    expect(await failing(status, body)).toEqual([alert]);
  });

  it('are silent when asked to be, and for other servers', async () => {
    expect(await failing(500, { message: 'x' }, { showErrorAlert: false })).toEqual([]);
    expect(await failing(500, { message: 'x' }, { url: 'https://elsewhere/api' })).toEqual([]);
  });

  it('are silent once the caller has handled the error', async () => {
    const { backendSrv, alerts } = host(() => json(500, { message: 'x' }));
    const error = await errorOf(backendSrv.get('/api/x'));
    error.isHandled = true;
    await alertsShown();
    expect(alerts).toEqual([]);
  });

  it('repeat the message of a change that succeeded', async () => {
    const { backendSrv, alerts } = host(() => json(200, { message: 'Saved' }));
    await backendSrv.get('/api/x');
    await backendSrv.put('/api/x', {}, { showSuccessAlert: false });
    expect(alerts).toEqual([]);
    await backendSrv.put('/api/x', {});
    expect(alerts).toEqual([{ severity: 'success', title: 'Saved' }]);
  });
});

describe('calling off', () => {
  const never: Answer = () => new Promise(() => undefined);

  it('replaces a request by the next of the same id', async () => {
    const { backendSrv, requests } = host(never, () => json(200, 'second'));
    const first = errorOf(backendSrv.get('/api/x', undefined, 'same'));
    expect(await backendSrv.get('/api/x', undefined, 'same')).toBe('second');
    expect(await first).toMatchObject({ cancelled: true, status: -1, statusText: 'Request was aborted' });
    expect(requests[0]?.signal.aborted).toBe(true);
  });

  it('ends the request of whoever no longer listens', () => {
    const { backendSrv, requests } = host(never);
    backendSrv.fetch({ url: '/api/x' }).subscribe().unsubscribe();
    expect(requests[0]?.signal.aborted).toBe(true);
  });

  it('obeys an abort signal', async () => {
    const { backendSrv } = host(never);
    const controller = new AbortController();
    const error = errorOf(backendSrv.request({ url: '/api/x', abortSignal: controller.signal }));
    controller.abort();
    expect((await error) as unknown).toHaveProperty('name', 'AbortError');
  });
});

describe('an ended session', () => {
  it('leads to a new sign-in', async () => {
    const { backendSrv, signedOut } = host(() => json(401, { message: 'Unauthorized' }));
    expect(await errorOf(backendSrv.get('/api/x'))).toMatchObject({ status: 401 });
    expect(signedOut()).toBe(1);
  });

  it('is not assumed while Grafana still knows the user: the request is tried once more', async () => {
    const { backendSrv, signedOut, requests } = host(
      () => json(401, {}),
      () => json(200, { login: 'admin' }),
      () => json(200, 'answer')
    );
    expect(await backendSrv.get('/api/x')).toBe('answer');
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(['/api/x', '/api/user', '/api/x']);
    expect(signedOut()).toBe(0);
  });
});
