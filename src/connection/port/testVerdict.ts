/** What Grafana said of one test message. `accepted` means that the target answered 2xx (a redirect followed counts). */
export type TestVerdict =
  { kind: 'accepted'; durationMs: number | undefined } | { kind: 'failed'; cause: TestFailure; message: string };

/** Why a message was not delivered. */
export const TEST_FAILURES = [
  /** 403: IRM's answer to an unknown token, and that of many a firewall. Grafana does not tell the rest of an answer. */
  'wrongKey',
  'wrongPath',
  'wrongType',
  'rateLimited',
  /** Something in front of IRM asks for sign-in; IRM itself never answers so. */
  'signInAsked',
  'tooLarge',
  /** The HTTP proxy that Grafana goes through refused, or cannot be reached. */
  'proxy',
  'gatewayError',
  'targetError',
  'unexpectedStatus',
  'refused',
  'nameNotFound',
  'tls',
  'tlsUntrusted',
  'tlsExpired',
  'tlsName',
  'timeout',
  'invalidUrl',
  'other',
] as const;

export type TestFailure = (typeof TEST_FAILURES)[number];
