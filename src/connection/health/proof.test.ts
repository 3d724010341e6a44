import type { IntegrationStatus } from '../port/grafanaPort';
import { NO_MEMORY, remember } from './memory';
import { isTooSoonForASecond, proofOf } from './proof';
import { remembered } from './testing/rows';
import { at, inputOf, readingOf, type Scene } from './testing/scene';
import type { HealthInput } from './types';

/** Longest time between two beats of the scene, in seconds. */
const GAP = 122;
const proof = (scene: Scene = {}, more: Partial<HealthInput> = {}) => proofOf(inputOf(scene, more));

test('a firing rule whose beat was delivered tells when the next one is due', () => {
  expect(proof({ lastAttempt: -10 })).toEqual({
    rule: 'firing',
    firingSince: at(-3600),
    ruleError: undefined,
    delivery: 'delivered',
    lastAttempt: at(-10),
    deliveryError: undefined,
    nextExpected: at(-10 + GAP),
    promisedBy: undefined,
    diagnosis: undefined,
  });
});

test.each<[string, Scene['status'], string]>([
  ['not known yet', null, 'waiting'],
  ['never evaluated', { state: 'inactive', lastEvaluation: undefined }, 'waiting'],
  ['pending', { state: 'pending' }, 'pending'],
  ['paused', { isPaused: true }, 'paused'],
  ['failing its query', { health: 'error', lastError: 'no such host' }, 'failing'],
  ['evaluated and not firing', { state: 'inactive' }, 'notFiring'],
])('a rule that is %s', (_name, status, stage) => {
  expect(proof({ status }).rule).toBe(stage);
});

test('a rule that somebody paused is so before Grafana says it', () => {
  expect(proof({ rule: { isPaused: true }, status: { isPaused: false } }).rule).toBe('paused');
});

test('a failed attempt promises no next beat', () => {
  const delivery = { lastError: 'webhook response status 403 Forbidden', cause: 'wrongKey' } as const;
  expect(proof({ lastAttempt: -5, delivery })).toMatchObject({
    delivery: 'failed',
    lastAttempt: at(-5),
    deliveryError: expect.stringContaining('403'),
    nextExpected: undefined,
  });
});

test('nothing seen by this replica is waiting, whether the contact point is loaded or not', () => {
  expect(proof({ lastAttempt: null }).delivery).toBe('waiting');
  const unloaded = inputOf({ lastAttempt: null });
  expect(proofOf({ ...unloaded, reading: { ...unloaded.reading, deliveries: [] } }).delivery).toBe('waiting');
});

test('of several integrations the webhook that was used last counts, where all of them arrive', () => {
  const input = inputOf();
  const name = input.connection.heartbeatContactPoint?.name ?? '';
  const attempts = [
    { type: 'webhook', lastAttempt: at(-30) },
    { type: 'webhook', lastAttempt: at(-20) },
    { type: 'email', lastAttempt: at(-10) },
  ];
  const integrations = attempts.map((attempt): IntegrationStatus => ({
    ...attempt,
    lastError: undefined,
    cause: undefined,
    sendResolved: false,
  }));
  const withDeliveries = (told: IntegrationStatus[]) =>
    proofOf({ ...input, reading: { ...input.reading, deliveries: [{ name, integrations: told }] } });
  expect(withDeliveries(integrations)).toMatchObject({ delivery: 'delivered', lastAttempt: at(-20) });
  const oneFails = integrations.map((one, index) => ({ ...one, lastError: index === 0 ? 'no' : undefined }));
  expect(withDeliveries(oneFails).delivery).not.toBe('delivered');
});

test('a beat that this page saw counts after Grafana forgot it', () => {
  expect(proof({ lastAttempt: null }, remembered(-60))).toMatchObject({
    delivery: 'delivered',
    lastAttempt: at(-60),
    nextExpected: at(-60 + GAP),
  });
});

test('a promised time that is over asks for an explanation, and not before', () => {
  const begins: Scene = { time: 0, lastAttempt: null, status: { activeAt: at(0) } };
  const memory = remember(NO_MEMORY, readingOf(begins));
  const { promisedBy, diagnosis } = proof(begins, { memory });
  expect(promisedBy).toBeGreaterThan(at(0));
  expect(diagnosis).toBeUndefined();
  const silenced: Scene = { ...begins, time: 600, alert: { silencedBy: ['s'] } };
  expect(proof(silenced, { memory })).toMatchObject({ promisedBy, diagnosis: { code: 'silenced' } });
});

test('a beat is the first for certain as long as no other can have come before it', () => {
  const { connection } = inputOf();
  expect([0, 21, 110].map((seconds) => isTooSoonForASecond(connection, at(0), at(seconds)))).toEqual([
    true,
    true,
    true,
  ]);
  // Beats come every 120 s at least, and the server's clock is known to some seconds.
  expect([116, 120, 600].some((seconds) => isTooSoonForASecond(connection, at(0), at(seconds)))).toBe(false);
  expect(isTooSoonForASecond({ ...connection, rule: undefined }, at(0), at(1))).toBe(false);
});

test('a beat that left before the rule was made is that of a connection that was removed', () => {
  const made = { version: 1, updatedAt: at(-20) };
  expect(proof({ rule: made, lastAttempt: -30 }).delivery).toBe('waiting');
  expect(proof({ rule: made, lastAttempt: null }, remembered(-60)).delivery).toBe('waiting');
  expect(proof({ rule: made, lastAttempt: -30, delivery: { lastError: 'no such host' } }).delivery).toBe('waiting');
  expect(proof({ rule: made, lastAttempt: -10 }).delivery).toBe('delivered');
  expect(proof({ rule: { version: 2, updatedAt: at(-20) }, lastAttempt: -30 }).delivery).toBe('delivered');
});

test('a beat that left before somebody enabled the heartbeat here is none of it', () => {
  expect(proof({ lastAttempt: -30 }, { since: at(-20) }).delivery).toBe('waiting');
  expect(proof({ lastAttempt: null }, { ...remembered(-60), since: at(-20) }).delivery).toBe('waiting');
  expect(proof({ lastAttempt: -10 }, { since: at(-20) }).delivery).toBe('delivered');
});
