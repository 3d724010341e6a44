import fc from 'fast-check';

import { formatDuration } from './duration';
import { FLUSH_DRIFT_MS } from './dispatch/aggregationGroup';
import { alwaysFiring, testEngine } from './testEngine';

/** FACTS: Gap = G·(⌊(R + s)/G⌋ + 1), and R exactly where the flushes' own drift outruns a fast target. */
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

      const [first = NaN, second = NaN] = engine.seconds();
      const flushes = Math.floor((repeat + answerMs / 1000) / group) + 1;
      const lateBy = (count: number) => (count * FLUSH_DRIFT_MS) / 1000;
      // The flush at R itself resends if it is later, by its own drift, than the last send was stamped.
      const isOutrun = repeat % group === 0 && answerMs / 1000 < lateBy(flushes - 1);
      const looks = isOutrun ? flushes - 1 : flushes;
      expect(second - first).toBeCloseTo(group * looks + lateBy(looks), 1);
    }),
    { numRuns: 60, examples: [[20, 60, 3]] }
  );
});
