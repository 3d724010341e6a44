import { ROOT_URL } from '../../sandbox/grafana/testGrafana';
import { failure, success } from '../../src/connection/result';
import { toAnswer } from '../../src/transport/answer';
import { ANSWER_TIMEOUT_MS, addressOf, type Transport } from '../../src/transport/transport';

export interface FetchTransportOptions {
  /** Grafana's root, without a slash at the end. */
  baseUrl: string;
  /** `login:password` of the user who calls; nobody when left out. */
  credentials?: string;
  fetch?: (request: Request) => Response | Promise<Response>;
}

/** The transport of a browser-less test: straight to a Grafana, a stand-in or msw, as a user with Basic authorization. */
export function fetchTransport({
  baseUrl,
  credentials,
  fetch: send = (request) => fetch(request),
}: FetchTransportOptions): Transport {
  return {
    way: 'session',
    async request(call) {
      const request = new Request(baseUrl + addressOf(call), {
        method: call.method,
        headers: {
          ...(credentials ? { Authorization: `Basic ${btoa(credentials)}` } : {}),
          ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...call.headers,
        },
        body: call.body === undefined ? undefined : JSON.stringify(call.body),
        signal: AbortSignal.timeout(call.timeoutMs ?? ANSWER_TIMEOUT_MS),
      });
      try {
        const response = await send(request);
        return success(toAnswer(response, await response.text()));
      } catch (error) {
        const isTimeout = error instanceof Error && error.name === 'TimeoutError';
        return failure({ reason: isTimeout ? 'timeout' : 'unreachable', message: String(error) });
      }
    },
  };
}

/** Straight to a stand-in, as whoever signs in with `login:password`. */
export const transportTo = (
  standIn: { fetch(request: Request): Response | Promise<Response> },
  credentials: string,
  baseUrl = ROOT_URL
): Transport => fetchTransport({ baseUrl, credentials, fetch: (request) => standIn.fetch(request) });
