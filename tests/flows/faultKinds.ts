import { failure, success, type Result } from '../../src/connection/result';
import { toAnswer } from '../../src/transport/answer';
import type { Answer, Call, NoAnswer, Transport } from '../../src/transport/transport';

type Answered = Result<Answer, NoAnswer>;

export interface FaultKind {
  name: string;
  /** Whether Grafana does what was asked, `late`: only after the next request. */
  acts: 'never' | 'before' | 'late';
  /** It comes from a replica of Grafana that knows nothing yet of what was written. */
  isBehind?: boolean;
  /** What comes back is made of Grafana's own answer, so that it also matters where something was only read. */
  spoilsAnswer?: boolean;
  /** What comes back instead of Grafana's own answer, which is undefined where it did not act. */
  answer(own: Answered | undefined, now: number): Answered;
}

const JSON_TYPE = 'application/json; charset=UTF-8';

function answered(status: number, text: string, now: number, more: { type?: string; redirected?: boolean } = {}) {
  const headers = new Headers({ 'Content-Type': more.type ?? JSON_TYPE, Date: new Date(now).toUTCString() });
  return success(toAnswer({ status, headers, redirected: more.redirected ?? false }, text));
}

const MESSAGES: Record<number, string> = {
  400: 'bad request data',
  401: 'Unauthorized',
  403: "You'll need additional permissions to perform this action.",
  404: 'Not found',
  408: 'Request timeout',
  409: 'conflict',
  412: 'precondition failed',
  429: 'Too many requests',
  500: 'database is locked',
};

/** Grafana's own words, or the page of what stands in front of it. */
function refusal(status: number, now: number): Answered {
  const message = MESSAGES[status];
  return message
    ? answered(status, JSON.stringify({ message }), now)
    : answered(status, `<html><body><h1>${status}</h1></body></html>`, now, { type: 'text/html' });
}

const SIGN_IN_PAGE = '<!DOCTYPE html><html><head><title>Sign in</title></head><body><form></form></body></html>';

const before = (status: number): FaultKind => ({
  name: `${status}`,
  acts: 'never',
  answer: (_own, now) => refusal(status, now),
});
const after = (status: number): FaultKind => ({
  name: `${status}-after`,
  acts: 'before',
  answer: (_own, now) => refusal(status, now),
});
const silence = (name: string, acts: FaultKind['acts'], reason: NoAnswer['reason']): FaultKind => ({
  name,
  acts,
  answer: () => failure({ reason, message: name }),
});

/** Lists come without what is in them. */
export const EMPTIED = 'emptied';

/** What can come between a page and Grafana. */
export const FAULT_KINDS: readonly FaultKind[] = [
  ...[400, 401, 403, 404, 408, 409, 412, 429, 500, 502, 503, 504].map(before),
  ...[500, 502, 504].map(after),
  {
    name: '404-page',
    acts: 'never',
    answer: (_own, now) => answered(404, 'default backend - 404', now, { type: 'text/plain' }),
  },
  silence('refused', 'never', 'unreachable'),
  silence('dropped-after', 'before', 'unreachable'),
  silence('timeout', 'never', 'timeout'),
  silence('timeout-after', 'before', 'timeout'),
  silence('timeout-late', 'late', 'timeout'),
  {
    name: 'sign-in-page',
    acts: 'never',
    answer: (_own, now) => answered(200, SIGN_IN_PAGE, now, { type: 'text/html' }),
  },
  {
    name: 'redirect',
    acts: 'never',
    answer: (_own, now) => answered(200, SIGN_IN_PAGE, now, { type: 'text/html', redirected: true }),
  },
  {
    name: 'truncated-after',
    acts: 'before',
    spoilsAnswer: true,
    answer: (own, now) => answered(statusOf(own), `{"${JSON.stringify(bodyOf(own)).slice(0, 40)}`, now),
  },
  { name: 'empty-after', acts: 'before', spoilsAnswer: true, answer: (own, now) => answered(statusOf(own), '', now) },
  {
    name: 'other-form-after',
    acts: 'before',
    spoilsAnswer: true,
    answer: (own, now) => answered(statusOf(own), '{}', now),
  },
  {
    name: EMPTIED,
    acts: 'before',
    spoilsAnswer: true,
    answer: (own, now) => answered(statusOf(own), JSON.stringify(withoutItems(bodyOf(own))), now),
  },
  {
    name: 'behind',
    acts: 'before',
    isBehind: true,
    // To what is written, and before anything was.
    answer: (own, now) => own ?? refusal(500, now),
  },
];

/** A list as if nothing were in it; what is none stays as it is. */
function withoutItems(body: unknown): unknown {
  if (Array.isArray(body)) {
    return [];
  }
  return typeof body === 'object' && body !== null && 'items' in body ? { ...body, items: [] } : body;
}

const statusOf = (own: Answered | undefined) => (own?.ok ? own.value.status : 200);
const bodyOf = (own: Answered | undefined) => (own?.ok ? (own.value.body ?? '') : '');

/** A fault and the requests that it meets, counted from 0 since it was armed. */
export interface Fault {
  kind: FaultKind;
  at: number;
  length: number;
}

export interface Faults {
  between(session: Transport): Transport;
  /** Starts to count, and lets the fault come when its turn is there. */
  arm(fault?: Fault): void;
  /** Method and path of the requests since then. */
  readonly requests: string[];
  /** Lets in what is still under way. */
  settle(): Promise<void>;
}

/** A replica of Grafana that stays as it was when it was last told to keep up. */
export interface Replica {
  keepUp(): void;
  ask(call: Call): Promise<Answered>;
}

/** IRM is one server, and no replica of it lags behind. */
export const isReadOfGrafana = (request: string) => request.startsWith('GET ') && !request.includes('/irm/');

/**
 * @param now the stand-in's time, epoch milliseconds
 * @param replica keeps up until the first write after the arming
 */
export function createFaults(now: () => number, replica?: Replica): Faults {
  let fault: Fault | undefined;
  let isCounting = false;
  let hasWritten = false;
  const requests: string[] = [];
  const late: Array<() => Promise<unknown>> = [];

  async function settle() {
    for (const send of late.splice(0)) {
      await send();
    }
  }

  async function meet(session: Transport, call: Call): Promise<Answered> {
    if (!isCounting) {
      return session.request(call);
    }
    const index = requests.push(`${call.method} ${call.path}`) - 1;
    if (call.method !== 'GET' && !hasWritten) {
      replica?.keepUp();
      hasWritten = true;
    }
    if (!fault || index < fault.at || index >= fault.at + fault.length) {
      const answer = await session.request(call);
      await settle();
      return answer;
    }
    const { kind } = fault;
    if (kind.acts === 'late') {
      late.push(() => session.request(call));
    }
    if (kind.isBehind && hasWritten && replica && isReadOfGrafana(`${call.method} ${call.path}`)) {
      return replica.ask(call);
    }
    return kind.answer(kind.acts === 'before' ? await session.request(call) : undefined, now());
  }

  return {
    between: (session) => ({ way: session.way, request: (call) => meet(session, call) }),
    arm(next) {
      [fault, isCounting, hasWritten] = [next, true, false];
      requests.length = 0;
    },
    requests,
    settle,
  };
}
