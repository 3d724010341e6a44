import fc from 'fast-check';
import { alwaysFiring, testEngine } from '../../sandbox/grafana/alerting/testEngine';
import type { HeartbeatTiming } from '../../src/connection/model';
import { calculateTiming } from '../../src/connection/timing/calculateTiming';
import { HEARTBEAT_INTERVALS, presets } from '../../src/connection/timing/presets';
import { casesOf } from '../scale';
import { batches } from './randomTimings';

const START = Date.parse('2026-11-22T04:20:00Z');

/** Seconds. */
const STEP = 60;

interface Undisturbed {
  timing: HeartbeatTiming;
  answerTime: number;
}

interface Restart extends Undisturbed {
  kind: 'graceful' | 'kill';
  /** How long Grafana is away, in seconds. */
  away: number;
}

/** Grafana with a rule that always fires, on a clock of its own. */
function start({ timing, answerTime }: Undisturbed) {
  const engine = testEngine({ startMs: START });
  engine.target.answerMs = answerTime * 1000;
  engine.rules.put(
    alwaysFiring('hb', {
      intervalSeconds: timing.evaluationInterval,
      pendingMs: timing.pendingPeriod * 1000,
      notificationSettings: {
        receiver: 'hb',
        group_wait: `${timing.groupWait}s`,
        group_interval: `${timing.groupInterval}s`,
        repeat_interval: `${timing.repeatInterval}s`,
      },
    })
  );
  engine.alertmanager.loadConfiguration();
  const arrivals = () => engine.arrivals.map(({ at }) => (at - START) / 1000);
  return { ...engine, arrivals, advance: (seconds: number) => engine.clock.advance(seconds * 1000) };
}

/** The longest that three beats take, in seconds. */
function threeBeats({ timing, answerTime }: Undisturbed): number {
  const { gap, firstBeat } = calculateTiming(timing, 86_400, { answerTime });
  return (firstBeat?.greatest ?? NaN) + 2.2 * (gap?.greatest ?? NaN);
}

/** When the first three beats arrive while nothing happens, in seconds. */
async function beatsOf(undisturbed: Undisturbed): Promise<number[]> {
  const grafana = start(undisturbed);
  await grafana.advance(threeBeats(undisturbed));
  grafana.stop();
  return grafana.arrivals();
}

/**
 * Seconds without a beat when Grafana stops at the worst moment, just before the third beat would have left.
 * @param beats when beats arrive otherwise
 */
async function silence(restart: Restart, beats: readonly number[]): Promise<number> {
  const [, second = NaN, third = NaN] = beats;
  const stopAt = third - 0.01;
  const isBack = (time: number) => time > stopAt;
  const grafana = start(restart);
  await grafana.advance(stopAt);
  grafana.end(restart.kind);
  grafana.clock.schedule(restart.away * 1000, grafana.begin);
  await grafana.advance(restart.away);
  // No further than to the beat that is looked for.
  for (let left = threeBeats(restart); left > 0 && !grafana.arrivals().some(isBack); left -= STEP) {
    await grafana.advance(Math.min(left, STEP));
  }
  grafana.stop();
  return (grafana.arrivals().find(isBack) ?? Infinity) - second;
}

const restarts = batches.chain(({ timings, ...batch }) =>
  fc.record({
    timing: fc.constantFrom(...timings),
    interval: fc.constant(batch.interval),
    answerTime: fc.constant(batch.answerTime),
    kind: fc.constantFrom<Restart['kind']>('graceful', 'kill'),
  })
);

test('a restart within the calculated budget is over before IRM would alert', async () => {
  let restarted = 0;
  await fc.assert(
    fc.asyncProperty(restarts, async ({ timing, interval, answerTime, kind }) => {
      const { restartBudget = 0 } = calculateTiming(timing, interval, { answerTime });
      fc.pre(restartBudget > 0);
      restarted += 1;
      // One second for flushes that come later than due.
      const beats = await beatsOf({ timing, answerTime });
      expect(await silence({ timing, answerTime, kind, away: restartBudget }, beats)).toBeLessThanOrEqual(interval + 1);
    }),
    { numRuns: casesOf(300) }
  );
  expect(restarted).toBeGreaterThanOrEqual(casesOf(300));
});

const PRESETS = HEARTBEAT_INTERVALS.filter((interval) => interval <= 3600).flatMap((interval) =>
  presets(interval).map((preset) => ({ interval, ...preset }))
);

test.each(PRESETS)(
  'the preset $id for $interval s survives a restart of its budget, not one of the interval',
  async ({ interval, timing }) => {
    const { restartBudget = 0 } = calculateTiming(timing, interval);
    const beats = await beatsOf({ timing, answerTime: 1 });
    for (const kind of ['graceful', 'kill'] as const) {
      expect(await silence({ timing, answerTime: 1, kind, away: restartBudget }, beats)).toBeLessThanOrEqual(interval);
      expect(await silence({ timing, answerTime: 1, kind, away: interval }, beats)).toBeGreaterThan(interval);
    }
  }
);
