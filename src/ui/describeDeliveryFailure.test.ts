import type { TestFailure } from '../connection/port/testVerdict';
import { describeDeliveryFailure } from './describeDeliveryFailure';

const CAUSES: TestFailure[] = [
  ...(['wrongKey', 'wrongPath', 'wrongType', 'rateLimited', 'targetError', 'unexpectedStatus'] as const),
  ...(['refused', 'nameNotFound', 'tls', 'timeout', 'invalidUrl', 'other'] as const),
  ...(['signInAsked', 'tooLarge', 'proxy', 'gatewayError', 'tlsUntrusted', 'tlsExpired', 'tlsName'] as const),
];

test.each(CAUSES)(
  'a beat or an alert that failed with %s is not called a test, and nobody is to repeat it',
  (cause) => {
    for (const sent of ['beat', 'alert'] as const) {
      const { title, text } = describeDeliveryFailure(cause, sent);
      expect(`${title} ${text}`).not.toMatch(/\btest\b|try again/i);
    }
  }
);

test('a beat has the heartbeat endpoint, an alert the HTTP endpoint', () => {
  expect(describeDeliveryFailure('wrongKey', 'beat').text).toContain(
    'Compare the URL with the heartbeat endpoint in IRM'
  );
  expect(describeDeliveryFailure('wrongKey', 'testBeat').text).toContain('with the heartbeat endpoint in IRM');
  expect(describeDeliveryFailure('wrongKey', 'alert').text).toContain('with the HTTP endpoint in IRM');
  expect(describeDeliveryFailure('other', 'beat').title).toBe('Heartbeat not delivered');
  expect(describeDeliveryFailure('other', 'test').title).toBe('Test alert not delivered');
});

test.each<[TestFailure, string]>([
  ['wrongKey', 'The message was rejected (403)'],
  ['signInAsked', 'Something in front of IRM asks for credentials (401)'],
  ['tooLarge', 'The message is too large (413)'],
  ['proxy', 'The HTTP proxy does not let Grafana through'],
  ['gatewayError', 'A gateway could not reach IRM (502, 503 or 504)'],
  ['tlsUntrusted', 'The certificate is not trusted'],
  ['tlsExpired', 'The certificate has expired or is not valid yet'],
  ['tlsName', 'The certificate is for another host'],
])('%s has words of its own: %s', (cause, title) => {
  expect(describeDeliveryFailure(cause, 'alert').title).toBe(title);
});
