import { calculateTiming } from '../timing/calculateTiming';
import { proposeTiming } from '../timing/presets';
import { byHand, EXTERNAL, failing, handRule, notFiring, ONE, remembered, silenced } from './testing/rows';
import { at, judged, refused, type Scene } from './testing/scene';
import type { HealthInput, HealthReason } from './types';

const FIRST_BEAT = calculateTiming(proposeTiming(600), 600).firstBeat?.greatest ?? NaN;

describe('times', () => {
  it('counts down to the next beat and to what IRM does without it', () => {
    expect(judged({ lastAttempt: -30 })).toMatchObject({
      since: at(-3600),
      lastBeat: at(-30),
      nextExpected: at(92),
      overdueBy: undefined,
      deadline: at(570),
    });
  });

  it('tells since when a beat is overdue, and by how much', () => {
    const late = judged({ lastAttempt: -200 });
    expect(late).toMatchObject({ state: 'late', since: at(-78), nextExpected: at(-78), overdueBy: 78_000 });
    const down = judged({ lastAttempt: -700 }, ONE);
    expect(down).toMatchObject({ state: 'down', since: at(-100), overdueBy: 578_000, deadline: at(-100) });
  });

  it('expects no beat while something stops it, and still says when IRM will alert', () => {
    const health = judged({ alert: silenced });
    expect(health).toMatchObject({ nextExpected: undefined, overdueBy: undefined, deadline: at(570) });
    expect(judged({ rule: { isPaused: true } })).toMatchObject({ nextExpected: undefined, deadline: at(570) });
  });

  it('knows no deadline without an interval', () => {
    expect(judged({ ...byHand, rule: handRule }).deadline).toBeUndefined();
  });

  it('waits for the first beat, with the time that loading takes', () => {
    const health = judged({ status: { activeAt: at(-3) }, lastAttempt: null });
    expect(health).toMatchObject({ since: at(-3), lastBeat: undefined, nextExpected: at(-3 + FIRST_BEAT + 5) });
  });

  it('waits one gap after the status was lost', () => {
    const health = judged({ lastAttempt: null }, remembered(undefined, -20));
    expect(health).toMatchObject({ since: at(-20), nextExpected: at(102) });
  });

  it('does not show a beat from the future', () => {
    expect(judged({ lastAttempt: 3600 })).toMatchObject({
      lastBeat: undefined,
      reason: { code: 'clocksDiffer', ahead: 3_600_000 },
    });
  });

  it('judges by the server’s clock, whatever the browser’s says', () => {
    jest.useFakeTimers({ now: at(86_400) });
    try {
      expect(judged({ lastAttempt: -30 }).state).toBe('up');
    } finally {
      jest.useRealTimers();
    }
  });
});

it('does not say that IRM has paged for a beat that nobody looked for', () => {
  const scene = { problems: { deliveries: refused('unreachable') } };
  expect(judged(scene, { ...ONE, ...remembered(-900) }).pages).toMatchObject({ from: at(-300), hasPaged: false });
  expect(judged({ lastAttempt: -900 }, ONE).pages).toMatchObject({ from: at(-300), hasPaged: true });
});

describe('reasons carry what a sentence needs', () => {
  it.each<[Scene, Partial<HealthInput>, HealthReason]>([
    [{ alert: silenced }, {}, { code: 'silenced', silences: ['s1'] }],
    [{}, EXTERNAL, { code: 'externalAlertmanager', externalCount: 2 }],
    [{ status: { ...notFiring, health: 'error', lastError: 'boom' } }, {}, { code: 'queryFails', message: 'boom' }],
    [
      { lastAttempt: -1, delivery: failing('wrongKey') },
      {},
      { code: 'deliveryFails', cause: 'wrongKey', message: 'it was wrongKey', lastAttempt: at(-1) },
    ],
    [{ lastAttempt: -700 }, {}, { code: 'silentHere', severalReplicas: false }],
    [{ lastAttempt: -700 }, { replicas: 'several' }, { code: 'silentHere', severalReplicas: true }],
    [{ problems: { rules: refused() } }, {}, { code: 'forbidden', part: 'rules', error: refused() }],
  ])('%#', (scene, more, reason) => {
    expect(judged(scene, more).reason).toEqual(reason);
  });
});
