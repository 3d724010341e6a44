import type { ReceiverStatus, RuleStatus } from '../port/grafanaPort';
import { proofOf } from './proof';

const GAP = 121;
const firing: RuleStatus = {
  uid: 'u',
  group: 'irmc-1',
  title: 'IRM heartbeat',
  state: 'firing',
  health: 'ok',
  lastError: undefined,
  activeAt: 1_000_000,
  lastEvaluation: 1_000_000,
  isPaused: false,
};

function receiver(...attempts: Array<{ lastAttempt?: number; lastError?: string; type?: string }>): ReceiverStatus {
  return {
    name: 'IRM heartbeat',
    integrations: attempts.map(({ lastAttempt, lastError, type = 'webhook' }) => ({
      type,
      lastAttempt,
      lastError,
      sendResolved: false,
    })),
  };
}

test('a firing rule whose beat was delivered tells when the next one is due', () => {
  expect(proofOf(firing, receiver({ lastAttempt: 1_002_000 }), GAP)).toEqual({
    rule: 'firing',
    firingSince: 1_000_000,
    ruleError: undefined,
    delivery: 'delivered',
    lastAttempt: 1_002_000,
    deliveryError: undefined,
    nextExpected: 1_123_000,
  });
});

test.each<[string, RuleStatus | undefined, string]>([
  ['not known yet', undefined, 'waiting'],
  ['never evaluated', { ...firing, state: 'inactive', lastEvaluation: undefined }, 'waiting'],
  ['pending', { ...firing, state: 'pending' }, 'pending'],
  ['paused', { ...firing, isPaused: true }, 'paused'],
  ['failing its query', { ...firing, health: 'error', lastError: 'no such host' }, 'failing'],
  ['evaluated and not firing', { ...firing, state: 'inactive' }, 'notFiring'],
])('a rule that is %s', (_name, status, stage) => {
  expect(proofOf(status, receiver({}), GAP).rule).toBe(stage);
});

test('a failed attempt promises no next beat', () => {
  const proof = proofOf(firing, receiver({ lastAttempt: 5, lastError: 'webhook response status 403 Forbidden' }), GAP);
  expect(proof).toMatchObject({
    delivery: 'failed',
    deliveryError: expect.stringContaining('403'),
    nextExpected: undefined,
  });
});

test('nothing seen by this replica is waiting, whether the contact point is loaded or not', () => {
  expect(proofOf(firing, undefined, GAP).delivery).toBe('waiting');
  expect(proofOf(firing, receiver({}), GAP).delivery).toBe('waiting');
});

test('of several integrations the webhook that was used last counts', () => {
  const proof = proofOf(
    firing,
    receiver({ lastAttempt: 10, lastError: 'old' }, { lastAttempt: 20 }, { lastAttempt: 30, type: 'email' }),
    GAP
  );
  expect(proof).toMatchObject({ delivery: 'delivered', lastAttempt: 20 });
});
