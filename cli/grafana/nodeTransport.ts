import { failure, success, type Result } from '../../src/connection/result';
import { toAnswer } from '../../src/transport/answer';
import {
  ANSWER_TIMEOUT_MS,
  addressOf,
  type Answer,
  type Call,
  type NoAnswer,
  type Transport,
} from '../../src/transport/transport';

interface Options {
  /** The server's root with its sub-path, without a slash at the end. */
  url: string;
  /** Sent with each call: who asks. */
  headers: Readonly<Record<string, string>>;
}

/**
 * Calls one Grafana or IRM with a token of its own, without a browser. A call that failed is told and not repeated, and what it
 * may have done is looked at by whoever made it. One case is as in every browser: a connection that was kept open is
 * found closed by the other side, and what only reads is asked once more on a new one. No redirect is followed, because that would
 * repeat a POST as a GET and carry the token to another server.
 */
export function nodeTransport(options: Options): Transport {
  return { way: 'session', request: (call) => onceMoreIfCut(call, () => request(options, call)) };
}

async function onceMoreIfCut(call: Call, ask: () => Promise<Result<Answer, NoAnswer>>) {
  const answer = await ask();
  return !answer.ok && answer.error.message === CUT && call.method === 'GET' ? ask() : answer;
}

async function request({ url, headers }: Options, call: Call): Promise<Result<Answer, NoAnswer>> {
  try {
    const response = await fetch(url + addressOf(call), {
      method: call.method,
      headers: {
        ...headers,
        Accept: 'application/json',
        'User-Agent': 'irm-connect',
        ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...call.headers,
      },
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(call.timeoutMs ?? ANSWER_TIMEOUT_MS),
    });
    if (response.status >= 300 && response.status < 400) {
      const location = response.headers.get('Location') ?? '';
      return failure({ reason: 'unreachable', message: `it redirects to ${originOf(location, url)}` });
    }
    return success(toAnswer(response, await response.text()));
  } catch (error) {
    return failure(noAnswerOf(error));
  }
}

/** Where a redirect leads, without anything that may be secret. */
function originOf(location: string, base: string): string {
  if (!URL.canParse(location, base)) {
    return 'an address that cannot be read';
  }
  const { origin, pathname } = new URL(location, base);
  return origin + pathname;
}

function noAnswerOf(error: unknown): NoAnswer {
  if (partOf(error, 'name') === 'TimeoutError') {
    return { reason: 'timeout', message: 'no answer in time' };
  }
  const code = codeOf(partOf(error, 'cause')) ?? codeOf(error);
  return { reason: 'unreachable', message: (code && WORDS[code]) ?? code ?? String(error) };
}

/** Where several addresses of one name were tried, the first failure tells as much as all. */
function codeOf(error: unknown): string | undefined {
  const [code, errors] = [partOf(error, 'code'), partOf(error, 'errors')];
  if (typeof code === 'string') {
    return code;
  }
  return Array.isArray(errors) && errors.length > 0 ? codeOf(errors[0]) : undefined;
}

const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;

const CUT = 'the connection was cut';
const UNTRUSTED = 'its certificate is not trusted here; give the authority in NODE_EXTRA_CA_CERTS';

/** Node's codes, in words. */
const WORDS: Readonly<Record<string, string | undefined>> = {
  ECONNREFUSED: 'connection refused',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the name could not be looked up',
  ECONNRESET: CUT,
  UND_ERR_SOCKET: CUT,
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no route to the network',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  ETIMEDOUT: 'no connection in time',
  DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};
