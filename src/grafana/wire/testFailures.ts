import type { TestFailure } from '../../connection/port/grafanaPort';

/** Statuses of IRM's endpoint (oncall-2026-01/09-delivery-outcomes.json) in the words of Grafana's webhook sender. */
const STATUSES: Readonly<Record<number, TestFailure>> = {
  400: 'wrongType',
  403: 'wrongKey',
  404: 'wrongPath',
  429: 'rateLimited',
};

/** Texts of Go's HTTP client. First match wins: a lookup may time out, and so may a TLS handshake. */
const TEXTS: ReadonlyArray<readonly [RegExp, TestFailure]> = [
  [/no such host|server misbehaving|\blookup \S+( on \S+)?: /i, 'nameNotFound'],
  [/deadline exceeded|timed? ?out|timeout/i, 'timeout'],
  [/connection refused|connection reset|no route to host|network is unreachable|broken pipe/i, 'refused'],
  [/\btls: |x509: |certificate|HTTP response to HTTPS client|malformed HTTP response/i, 'tls'],
  [
    /unsupported protocol scheme|missing protocol scheme|invalid url|no host in request|\bparse "|required field 'url'/i,
    'invalidUrl',
  ],
];

/**
 * Tells from Grafana's error text why a delivery failed: of a receiver test, or of a contact point's last attempt.
 * All texts of receivers-test.json and state-failing.json are covered; anything unknown is `other`.
 */
export function causeOfFailure(error: string): TestFailure {
  const status = Number(/webhook response status (\d{3})/i.exec(error)?.[1]);
  if (status) {
    return STATUSES[status] ?? (status >= 500 ? 'targetError' : 'unexpectedStatus');
  }
  return TEXTS.find(([pattern]) => pattern.test(error))?.[1] ?? 'other';
}
