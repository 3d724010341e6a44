import type { TestFailure } from '../../connection/port/testVerdict';

/**
 * Statuses of IRM's endpoint (oncall-2026-01/09-delivery-outcomes.json), and of what may stand in front of it, in the
 * words of Grafana's webhook sender.
 */
const STATUSES: Readonly<Record<number, TestFailure>> = {
  400: 'wrongType',
  401: 'signInAsked',
  403: 'wrongKey',
  404: 'wrongPath',
  407: 'proxy',
  413: 'tooLarge',
  429: 'rateLimited',
  502: 'gatewayError',
  503: 'gatewayError',
  504: 'gatewayError',
};

/** Texts of Go's HTTP client. First match wins: a lookup may time out, and so may a TLS handshake. */
const TEXTS: ReadonlyArray<readonly [RegExp, TestFailure]> = [
  // Whatever ails the way to the proxy is the proxy's trouble, not that of the address.
  [/proxyconnect|proxy authentication required|\bsocks connect\b/i, 'proxy'],
  [/no such host|server misbehaving|\blookup \S+( on \S+)?: /i, 'nameNotFound'],
  [/deadline exceeded|timed? ?out|timeout/i, 'timeout'],
  [/connection refused|connection reset|no route to host|network is unreachable|broken pipe/i, 'refused'],
  [/certificate has expired|not yet valid/i, 'tlsExpired'],
  [/certificate is (not )?valid for|doesn't contain any IP SANs|certificate relies on legacy/i, 'tlsName'],
  [/unknown authority|certificate is not trusted|failed to load system roots/i, 'tlsUntrusted'],
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
