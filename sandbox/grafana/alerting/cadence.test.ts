import fc from 'fast-check';

import { formatDuration } from './duration';
import { FLUSH_DRIFT_MS } from './dispatch/aggregationGroup';
import { alwaysFiring, testEngine } from './testEngine';

/** The drift outruns the target, and meets its answer to the moment: at 60 s after 5 flushes, at 48 s after 16. */
const EXAMPLES: Array<[number, number, number]> = [
  [20, 60, 2],
  [12, 60, 4],
  [12, 60, 5],
  [3, 48, 12],
  [3, 48, 13],
];

/** docs/timing.md: Gap = G·(⌊(R + s)/G⌋ + 1), and R exactly where the flushes' own drift outruns a fast target. */
test('the gap between beats follows from group interval, repeat interval and the target’s answer time', async () => {
  const seconds = (max: number) => fc.integer({ min: 1, max });
  await fc.assert(
    fc.asyncProperty(seconds(20), seconds(60), fc.integer({ min: 1, max: 900 }), async (group, repeat, answerMs) => {
      const engine = testEngine();
      engine.target.answerMs = answerMs;
      engine.rules.put(
        alwaysFiring('hb', {
          notificationSettings: {
            receiver: 'hb',
            group_wait: '0s',
            group_interval: formatDuration(group * 1000),
            repeat_interval: formatDuration(repeat * 1000),
          },
        })
      );
      engine.alertmanager.loadConfiguration();
      await engine.clock.advance(10_000 + 3 * (repeat + group + 1) * 1000);
      engine.stop();

      const [first = NaN, second = NaN] = engine.arrivals.map(({ at }) => at);
      const flushes = Math.floor((repeat * 1000 + answerMs) / (group * 1000)) + 1;
      // The flush at R itself resends if it is later, by its own drift, than the last send was stamped.
      const isOutrun = repeat % group === 0 && answerMs < (flushes - 1) * FLUSH_DRIFT_MS;
      const looks = isOutrun ? flushes - 1 : flushes;
      expect(second - first).toBe(looks * (group * 1000 + FLUSH_DRIFT_MS));
    }),
    { numRuns: 60, examples: EXAMPLES }
  );
});
