import type { Result } from '../connection/result';
import { shortened } from '../connection/shortened';
import type { IrmError } from '../connection/irm/irmPort';
import { withoutSecrets as masked } from '../transport/masking';
import type { Answer, NoAnswer } from '../transport/transport';
import { describeWebPage, foreignIn, isWebPage } from '../transport/foreign';
import { readErrorBody } from './wire/errorBody';

type Reason = IrmError['reason'];

const NOTHING_MORE = { fields: {}, waitSeconds: undefined };

/** Names the reason of a refusal, or of a web page with any status. The texts are IRM's own (oncall-2026-01) and those of Grafana's proxy. */
export function errorOfIrmAnswer({ status, body }: Answer): IrmError {
  if (isWebPage(body)) {
    return {
      ...NOTHING_MORE,
      reason: ofWebPage(status),
      message: withoutSecrets(describeWebPage(String(body))),
      instead: 'webPage',
      status,
    };
  }
  const words = readErrorBody(body);
  if (!words) {
    return { ...NOTHING_MORE, ...ofProxy(status, messageIn(body)), status };
  }
  const message = withoutSecrets(words.detail ?? Object.values(words.fields).join(' '));
  const reason = reasonOf(status, message);
  return {
    reason,
    message,
    status,
    fields: reason === 'invalid' ? mapTexts(words.fields) : {},
    waitSeconds: reason === 'rateLimited' ? waitIn(message) : undefined,
  };
}

/** An answer of 2xx that is not what IRM's API promises. */
export function errorOfIrmForm({ status }: Answer, detail: string): IrmError {
  return { ...NOTHING_MORE, reason: 'unexpected', message: withoutSecrets(detail), instead: 'unknownForm', status };
}

export function errorOfNoIrmAnswer({ reason, message }: NoAnswer): IrmError {
  return { ...NOTHING_MORE, reason, message: withoutSecrets(message), status: undefined };
}

/** What it means for a call to IRM that Grafana does not name the signed-in person; undefined where it means nothing. */
export function errorOfSession(own: Result<Answer, NoAnswer>): IrmError | undefined {
  if (!own.ok) {
    return own.error.reason === 'unreachable' ? errorOfNoIrmAnswer(own.error) : undefined;
  }
  const { status } = own.value;
  const { message, instead } = foreignIn(own.value) ?? {};
  if (message !== undefined) {
    // A gateway, Cloudflare, or a router that has lost Grafana; 511 is a page that asks for a sign-in.
    const isLost = instead === 'foreignText' ? status === 404 : status >= 502 && status !== 511;
    return isLost
      ? errorOfNoIrmAnswer({ reason: 'unreachable', message })
      : { ...NOTHING_MORE, reason: 'inFront', message, instead: 'webPage', status };
  }
  return status === 401 ? { ...errorOfIrmAnswer(own.value), reason: 'signedOut' } : undefined;
}

function reasonOf(status: number, message: string): Reason {
  switch (status) {
    case 400:
      return /integration with this name already exists/i.test(message) ? 'nameTaken' : 'invalid';
    case 401:
      return 'tokenRefused';
    case 403:
      // OnCall says so of an unknown stack where it knows others; a right that is lacking, or one that service accounts
      // never have ("Service accounts are not allowed to resolve alert groups"), is no fault of the token.
      if (/organization not found|missing x-grafana/i.test(message)) {
        return 'stackUnknown';
      }
      return /permission|not allowed/i.test(message) ? 'forbidden' : 'tokenRefused';
    case 404:
      return 'notFound';
    case 429:
      // A stack that IRM was never told of is said to be looked up, which never ends for one that is mistyped.
      return /organization being synced/i.test(message) ? 'stackUnknown' : 'rateLimited';
    default:
      return status >= 500 ? 'serverError' : 'unexpected';
  }
}

/** A page in the place of IRM's answer: its own on faults, a gateway's, or that of some other server. */
function ofWebPage(status: number): Reason {
  if (status === 429) {
    return 'rateLimited';
  }
  return status >= 500 && status !== 501 ? 'serverError' : 'wrongAddress';
}

/** Answers of Grafana and its plugin proxy (plugin.json, "proxy, target refuses"), and of what stands between it and IRM. */
function ofProxy(status: number, words: string): Pick<IrmError, 'reason' | 'message' | 'instead'> {
  return {
    reason: reasonOfProxy(status, words),
    message: withoutSecrets(words) || `HTTP status ${status}`,
    instead: words === '' ? 'noWords' : 'othersWords',
  };
}

function reasonOfProxy(status: number, words: string): Reason {
  if (status === 404 && /^plugin (setting|route match|not found)/i.test(words)) {
    return 'notConfigured';
  }
  if (status === 403 && /^plugin proxy route access denied/i.test(words)) {
    return 'userRoleTooLow';
  }
  const reasons: Record<number, Reason> = {
    401: 'signedOut',
    403: 'tokenRefused',
    404: 'wrongAddress',
    408: 'timeout',
    429: 'rateLimited',
    502: 'unreachable',
    503: 'unreachable',
    504: 'timeout',
  };
  return reasons[status] ?? (status >= 500 ? 'serverError' : 'unexpected');
}

function messageIn(body: unknown): string {
  if (typeof body === 'string') {
    return shortened(body.trim(), 300);
  }
  const message = typeof body === 'object' && body !== null && 'message' in body ? body.message : undefined;
  return typeof message === 'string' ? message : '';
}

/** "Expected available in 42 seconds." Grafana's own fetch gives a plugin no headers with an error. */
function waitIn(message: string): number | undefined {
  const seconds = /in (\d+) seconds?/i.exec(message)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}

/** Beside all else, OnCall's API keys, which are 64 hexadecimal digits. */
const withoutSecrets = (text: string) => masked(text).replace(/\b[0-9a-f]{64}\b/gi, '…');

const mapTexts = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, withoutSecrets(text)]));
