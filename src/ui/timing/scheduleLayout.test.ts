import fc from 'fast-check';
import { calculateTiming } from '../../connection/timing/calculateTiming';
import { HEARTBEAT_INTERVALS, presets } from '../../connection/timing/presets';
import { layOutSchedule, type ScheduleLayout } from './scheduleLayout';

const timings = fc.record({
  evaluationInterval: fc.integer({ min: 1, max: 360 }).map((tens) => tens * 10),
  pendingPeriod: fc.integer({ min: 0, max: 3600 }),
  groupWait: fc.integer({ min: 0, max: 3600 }),
  groupInterval: fc.integer({ min: 1, max: 86_400 }),
  repeatInterval: fc.integer({ min: 1, max: 7 * 86_400 }),
});

function figuresOf(timing: Parameters<typeof calculateTiming>[0], interval: number) {
  const report = calculateTiming(timing, interval);
  if (!report.calculable) {
    throw new Error('the timing should be calculable');
  }
  return report;
}

const lay = (timing: Parameters<typeof calculateTiming>[0], interval: number, width = 340): ScheduleLayout =>
  layOutSchedule(figuresOf(timing, interval), width);

test('whatever the values, every part lies inside the picture and runs from left to right', () => {
  fc.assert(
    fc.property(
      timings,
      fc.constantFrom(...HEARTBEAT_INTERVALS),
      fc.integer({ min: 200, max: 900 }),
      (timing, interval, width) => {
        const { start, end, intervalEnd, check, beats, crowd, restart } = lay(timing, interval, width);
        const spans = [check, ...beats, ...(crowd ? [crowd] : []), ...(restart ? [restart] : [])];
        const isInside = ({ from, to }: (typeof spans)[number]) =>
          from >= start - 1e-6 && to <= end + 1e-6 && to >= from - 1e-6;
        expect(spans.filter((span) => !isInside(span))).toEqual([]);
        expect(intervalEnd).toBeGreaterThan(start);
        expect(check.to - check.from).toBeGreaterThanOrEqual(9);
        expect(beats.length).toBeLessThan(width);
      }
    ),
    { numRuns: 2000 }
  );
});

describe('the presets', () => {
  const cases = HEARTBEAT_INTERVALS.flatMap((interval) =>
    presets(interval).map(({ id, timing }) => ({ interval, id, timing }))
  );

  test.each(cases)(
    '$id for $interval s: as many beats as are promised, all before IRM alerts',
    ({ interval, timing }) => {
      const { beats, check, restart } = lay(timing, interval);
      expect(beats).toHaveLength(figuresOf(timing, interval).beatsPerInterval);
      expect(beats.at(-1)?.to).toBeLessThanOrEqual(check.from + 1e-6);
      expect(check.to - check.from).toBeGreaterThanOrEqual(28);
      expect(restart?.from).toBeCloseTo(beats[0]?.to ?? NaN);
      expect(restart?.to).toBeLessThan(check.from);
    }
  );
});

test('beats too close to be told apart become one stretch', () => {
  const everySecond = { evaluationInterval: 10, pendingPeriod: 0, groupWait: 0, groupInterval: 1, repeatInterval: 1 };
  const { beats, crowd, intervalEnd, start } = lay(everySecond, 3600);
  expect(beats).toEqual([]);
  expect(crowd).toEqual({ from: start, to: intervalEnd });
});

test('a next beat far beyond the heartbeat interval leaves the picture instead of squeezing it', () => {
  const daily = { evaluationInterval: 10, pendingPeriod: 0, groupWait: 0, groupInterval: 60, repeatInterval: 86_400 };
  const { beats, isNextBeatBeyond, restart, intervalEnd } = lay(daily, 60);
  expect({ beats, isNextBeatBeyond, restart }).toEqual({ beats: [], isNextBeatBeyond: true, restart: undefined });
  expect(intervalEnd).toBeGreaterThan(40);
});

test('a next beat somewhat late is shown behind the check', () => {
  const late = { evaluationInterval: 10, pendingPeriod: 0, groupWait: 0, groupInterval: 300, repeatInterval: 400 };
  const { beats, isNextBeatBeyond, check } = lay(late, 300);
  expect(isNextBeatBeyond).toBe(false);
  expect(beats).toHaveLength(1);
  expect(beats[0]?.to).toBeGreaterThan(check.to);
});
