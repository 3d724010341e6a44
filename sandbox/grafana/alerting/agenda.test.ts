import fc from 'fast-check';

import { fakeClock } from '../../clock';
import { createAgenda } from './agenda';

test('calls fall due in order, those of the same moment in the order they were asked for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 }), async (delays) => {
      const clock = fakeClock(0);
      const agenda = createAgenda(clock);
      const called: Array<[number, number]> = [];
      delays.forEach((delay, index) => agenda.schedule(delay * 10, () => called.push([delay, index])));
      await clock.advance(1000);
      const expected = delays.map((delay, index): [number, number] => [delay, index]);
      expect(called).toEqual(expected.sort(([a, i], [b, j]) => a - b || i - j));
    }),
    { numRuns: 50 }
  );
});

test('what is called off is not called, and calls may schedule calls', async () => {
  const clock = fakeClock(0);
  const agenda = createAgenda(clock);
  const times: number[] = [];
  const again = () => {
    times.push(clock.now());
    agenda.schedule(100, again);
  };
  agenda.schedule(50, again);
  const cancel = agenda.schedule(60, () => times.push(-1));
  cancel();
  await clock.advance(300);
  expect(times).toEqual([50, 150, 250]);
  agenda.stop();
  await clock.advance(1000);
  expect(times).toHaveLength(3);
});
