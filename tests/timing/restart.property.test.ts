import fc from 'fast-check';
import { alwaysFiring, testEngine } from '../../sandbox/grafana/alerting/testEngine';
import type { HeartbeatTiming } from '../../src/connection/model';
import { calculateTiming } from '../../src/connection/timing/calculateTiming';
import { HEARTBEAT_INTERVALS, presets } from '../../src/connection/timing/presets';
import { casesOf } from '../scale';
import { batches } from './randomTimings';

const START = Date.parse('2026-11-22T04:20:00Z');

interface Restart {
  timing: HeartbeatTiming;
  answerTime: number;
  kind: 'graceful' | 'kill';
  /** How long Grafana is away, in seconds. */
  away: number;
}

/** Seconds without a beat when Grafana stops at the worst moment, just before the third beat would have left. */
async function silence({ timing, answerTime, kind, away }: Restart): Promise<number> {
  const play = async (stopAt: number | undefined, until: number) => {
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
    if (stopAt !== undefined) {
      await engine.clock.advance(stopAt * 1000);
      engine.restart(kind, away * 1000);
    }
    await engine.clock.advance((until - (stopAt ?? 0)) * 1000);
    engine.stop();
    return engine.arrivals.map(({ at }) => (at - START) / 1000);
  };
  const { gap, firstBeat } = calculateTiming(timing, 86_400, { answerTime });
  const longest = (firstBeat?.greatest ?? NaN) + 2.2 * (gap?.greatest ?? NaN);
  const [, second = NaN, third = NaN] = await play(undefined, longest);
  const stopAt = third - 0.01;
  const after = await play(stopAt, stopAt + away + longest);
  const back = after.find((time) => time > stopAt) ?? Infinity;
  return back - second;
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
      expect(await silence({ timing, answerTime, kind, away: restartBudget })).toBeLessThanOrEqual(interval + 1);
    }),
    { numRuns: casesOf(300) }
  );
  expect(restarted).toBeGreaterThanOrEqual(casesOf(300));
}, 60_000);

const PRESETS = HEARTBEAT_INTERVALS.filter((interval) => interval <= 3600).flatMap((interval) =>
  presets(interval).map((preset) => ({ interval, ...preset }))
);

test.each(PRESETS)(
  'the preset $id for $interval s survives a restart of its budget, not one of the interval',
  async ({ interval, timing }) => {
    const { restartBudget = 0 } = calculateTiming(timing, interval);
    for (const kind of ['graceful', 'kill'] as const) {
      expect(await silence({ timing, answerTime: 1, kind, away: restartBudget })).toBeLessThanOrEqual(interval);
      expect(await silence({ timing, answerTime: 1, kind, away: interval })).toBeGreaterThan(interval);
    }
  }
);
