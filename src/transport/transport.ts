import type { Result } from '../connection/result';

/** Longest wait for an answer, in milliseconds. */
export const ANSWER_TIMEOUT_MS = 30_000;

/**
 * Longest wait for the answer to a receiver test, in milliseconds: Grafana waits for the target itself, up to 35 s were
 * seen (receivers-test.json, "target never answers in time").
 */
export const TEST_TIMEOUT_MS = 70_000;

export interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Begins with `/api/` or `/apis/`; segments are encoded; without the sub-path that Grafana may be served under. */
  path: string;
  query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** Milliseconds, `ANSWER_TIMEOUT_MS` when not given. */
  timeoutMs?: number;
}

/** What a server answered, whatever its status. */
export interface Answer {
  status: number;
  /** Parsed JSON, a text when it was none, null when there was no body. */
  body: unknown;
  /** The server's time, epoch milliseconds, when its `Date` header could be read. */
  date: number | undefined;
  /** True when the browser was sent elsewhere before this answer came. */
  redirected: boolean;
}

/** Why there was no answer. */
export interface NoAnswer {
  reason: 'timeout' | 'unreachable';
  message: string;
}

/** The way a call takes to Grafana. */
export interface Transport {
  /** `session`: as the signed-in user. `proxy`: through the plugin's own routes, as its service account. */
  readonly way: 'session' | 'proxy';
  /** Of a proxy: the address that its routes lead to, as configured; '' when not known. */
  readonly address?: string;
  /** Of a proxy: the namespace that its routes put into addresses of the app platform; undefined when not known. */
  readonly namespace?: string;
  /**
   * The person's own way, to ask how their session stands. Of a proxy, where a refused token or a page says nothing of
   * it; and where anybody may look at Grafana, so that whoever was signed in goes on as nobody once it has ended.
   */
  readonly session?: Transport;
  /** Never throws. */
  request(call: Call): Promise<Result<Answer, NoAnswer>>;
}

/** The call's address, query included. */
export function addressOf(call: Pick<Call, 'path' | 'query'>): string {
  const query = new URLSearchParams(call.query).toString();
  return query ? `${call.path}?${query}` : call.path;
}
