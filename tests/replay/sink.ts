import type { Clock } from '../../sandbox/clock';

const SLOW_MS = 35_000;

/** What lay around the recorded servers: the webhook sink, a port that refuses, a name that nobody has. */
export function recordedSurroundings(clock: Clock, grafana: (request: Request) => Promise<Response>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    switch (url.host) {
      case '127.0.0.1:18099':
        if (url.protocol === 'https:') {
          throw failure('ERR_SSL_WRONG_VERSION_NUMBER');
        }
        return sink(clock, url);
      case '127.0.0.1:18080':
        return new Response('"Ok."', { headers: { 'Content-Type': 'application/json' } });
      case '127.0.0.1:13000':
      case '127.0.0.1:13001':
        return grafana(request);
      case '127.0.0.1:1':
        throw failure('ECONNREFUSED', { address: '127.0.0.1', port: 1 });
      case 'irm.invalid':
        throw failure('ENOTFOUND');
      default:
        throw failure('ECONNREFUSED', { address: url.hostname, port: Number(url.port) });
    }
  };
}

async function sink(clock: Clock, url: URL): Promise<Response> {
  const status = Number(/\/(\d{3})\//.exec(url.pathname)?.[1] ?? 200);
  if (url.pathname.startsWith('/slow/')) {
    await new Promise<void>((resolve) => clock.schedule(SLOW_MS, resolve));
  }
  const headers: Record<string, string> = { 'Content-Type': 'text/plain; charset=utf-8' };
  if (status >= 301 && status <= 308) {
    headers.Location = '/moved/';
  }
  return new Response('Ok.', { status, headers });
}

/** As Node's fetch reports it. */
function failure(code: string, more: object = {}): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code, ...more }) });
}
