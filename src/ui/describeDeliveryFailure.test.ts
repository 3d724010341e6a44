import type { TestFailure } from '../connection/port/grafanaPort';
import { describeDeliveryFailure } from './describeDeliveryFailure';

const CAUSES: TestFailure[] = [
  ...(['wrongKey', 'wrongPath', 'wrongType', 'rateLimited', 'targetError', 'unexpectedStatus'] as const),
  ...(['refused', 'nameNotFound', 'tls', 'timeout', 'invalidUrl', 'other'] as const),
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
  expect(describeDeliveryFailure('wrongKey', 'beat').text).toContain('Copy the heartbeat endpoint from IRM');
  expect(describeDeliveryFailure('wrongKey', 'testBeat').text).toContain('Copy the heartbeat endpoint from IRM');
  expect(describeDeliveryFailure('wrongKey', 'alert').text).toContain('Copy the HTTP endpoint from IRM');
  expect(describeDeliveryFailure('other', 'beat').title).toBe('The beat could not be delivered');
  expect(describeDeliveryFailure('other', 'test').title).toBe('The test notification could not be delivered');
});
