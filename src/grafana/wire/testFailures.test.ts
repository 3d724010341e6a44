import * as v from 'valibot';
import { recordedSteps, RECORDED_VERSIONS } from '../../../tests/support/recordings';
import { causeOfFailure } from './testFailures';
import { receiversTestAnswer, verdictOfReceivers } from './testAnswer';

describe.each(RECORDED_VERSIONS)('receiver tests of Grafana %s', (version) => {
  const verdicts = new Map(
    recordedSteps(version, 'receivers-test').flatMap(({ name, response }) => {
      const read = v.safeParse(receiversTestAnswer, response.body);
      return read.success ? [[name, verdictOfReceivers(read.output)] as const] : [];
    })
  );

  it.each([
    ['target answers 400', 'wrongType'],
    ['target answers 403', 'wrongKey'],
    ['target answers 404', 'wrongPath'],
    ['target answers 429', 'rateLimited'],
    ['target answers 500', 'targetError'],
    ['target answers 503', 'gatewayError'],
    ['connection refused', 'refused'],
    ['unknown host', 'nameNotFound'],
    ['url that is no url', 'invalidUrl'],
    ['no url', 'invalidUrl'],
    ['https against a plain port', 'tls'],
    ['target never answers in time', 'timeout'],
  ])('%s: %s', (name, cause) => {
    expect(verdicts.get(name)).toMatchObject({ kind: 'failed', cause });
  });

  it.each(['ok', 'editor may test', 'target answers 301', 'no custom alert'])('%s: accepted', (name) => {
    expect(verdicts.get(name)).toEqual({ kind: 'accepted', durationMs: undefined });
  });
});

it.each([
  ['webhook response status 405 Method Not Allowed', 'unexpectedStatus'],
  [
    'Post "<redacted>": tls: failed to verify certificate: x509: certificate signed by unknown authority',
    'tlsUntrusted',
  ],
  [
    'Post "<redacted>": tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time is after',
    'tlsExpired',
  ],
  [
    'Post "<redacted>": tls: failed to verify certificate: x509: certificate is valid for a.example, not irm.example',
    'tlsName',
  ],
  [
    'Post "<redacted>": tls: failed to verify certificate: x509: cannot validate certificate for 10.0.0.9 because it doesn\'t contain any IP SANs',
    'tlsName',
  ],
  ['Post "<redacted>": remote error: tls: certificate required', 'tls'],
  ['Post "<redacted>": proxyconnect tcp: dial tcp: lookup proxy.example: no such host', 'proxy'],
  ['Post "<redacted>": Proxy Authentication Required', 'proxy'],
  ['webhook response status 401 Unauthorized', 'signInAsked'],
  ['webhook response status 407 Proxy Authentication Required', 'proxy'],
  ['webhook response status 413 Request Entity Too Large', 'tooLarge'],
  ['webhook response status 502 Bad Gateway', 'gatewayError'],
  ['webhook response status 504 Gateway Timeout', 'gatewayError'],
  ['webhook response status 500 Internal Server Error', 'targetError'],
  ['Post "<redacted>": http: server gave HTTP response to HTTPS client', 'tls'],
  ['Post "<redacted>": net/http: TLS handshake timeout', 'timeout'],
  ['Post "<redacted>": dial tcp: lookup irm.example on 10.0.0.1:53: read udp: i/o timeout', 'nameNotFound'],
  ['Post "<redacted>": dial tcp 10.0.0.9:443: i/o timeout', 'timeout'],
  ['Post "<redacted>": dial tcp 10.0.0.9:443: connect: no route to host', 'refused'],
  ['something new', 'other'],
  ['', 'other'],
])('“%s” is %s', (text, cause) => {
  expect(causeOfFailure(text)).toBe(cause);
});
