import fc from 'fast-check';
import type { HeartbeatTiming } from '../../src/connection/model';
import { calculateTiming } from '../../src/connection/timing/calculateTiming';
import { HEARTBEAT_INTERVALS, presets } from '../../src/connection/timing/presets';
import { casesOf, isThorough } from '../scale';
import { batches, type Batch } from './randomTimings';
import { simulate } from './simulate';

/** Gaps to be seen of the slowest setting of a batch. */
const GAPS = 2;
/** Each flush comes a little later than due (heartbeat-timing.json: 240.2 s for 240 flushes); the calculation leaves that out. */
const LATENESS_PER_FLUSH = 0.001;

function figuresOf(timing: HeartbeatTiming, interval: number, answerTime: number) {
  const report = calculateTiming(timing, interval, { answerTime });
  if (!report.calculable) {
    throw new Error(`${JSON.stringify(timing)} should be calculable`);
  }
  return report;
}

/** What the dispatcher did, beside what was calculated for it. */
async function compare({ timings, interval, answerTime, savedAfterTickMs }: Batch) {
  const calculated = timings.map((timing) => figuresOf(timing, interval, answerTime));
  const longest = Math.max(
    ...calculated.map(({ firstBeat, gap }) => firstBeat.greatest + 10 + (GAPS + 0.2) * gap.greatest)
  );
  const simulated = await simulate(timings, { answerTime, savedAfterTickMs, seconds: longest });
  return timings.map((timing, index) => {
    const [figures, beats] = [calculated[index], simulated[index]];
    if (!figures || !beats) {
      throw new Error('every timing has its figures and beats');
    }
    const late = LATENESS_PER_FLUSH * (Math.floor((timing.repeatInterval + answerTime) / timing.groupInterval) + 1);
    return { timing, answerTime, ...figures, ...beats, late };
  });
}

type Compared = Awaited<ReturnType<typeof compare>>[number];

/** Sentences on where a calculation is wrong; none when it is right. */
function faults({ timing, answerTime, gap, firstBeat, gaps, first, late }: Compared): string[] {
  const [shortest, longest] = [Math.min(...gaps), Math.max(...gaps)];
  const found: Array<[boolean, string]> = [
    [gaps.length < GAPS, `only ${gaps.length} gaps`],
    [first < firstBeat.least, `first beat after ${first} s, before ${firstBeat.least} s`],
    [first > firstBeat.greatest, `first beat after ${first} s, later than ${firstBeat.greatest} s`],
    [
      first - firstBeat.least > timing.evaluationInterval + 10,
      `first beat after ${first} s, far from ${firstBeat.least} s`,
    ],
    [shortest < gap.least - late, `a gap of ${shortest} s, below ${gap.least} s`],
    [longest > gap.greatest + late, `a gap of ${longest} s, above ${gap.greatest} s`],
    [
      gap.greatest - shortest > timing.groupInterval + late,
      `a gap of ${shortest} s, loosely bounded by ${gap.greatest} s`,
    ],
    [
      answerTime <= late && longest - gap.least > timing.groupInterval + late,
      `a gap of ${longest} s, loosely bounded by ${gap.least} s`,
    ],
  ];
  return found
    .filter(([isFault]) => isFault)
    .map(([, text]) => `${JSON.stringify(timing)} answered in ${answerTime} s: ${text}`);
}

const NUMBER_OF_BATCHES = casesOf(100);

test('for random settings the calculated bounds hold what the dispatcher does, and hold it tightly', async () => {
  let settings = 0;
  await fc.assert(
    fc.asyncProperty(batches, async (batch) => {
      const compared = await compare(batch);
      settings += compared.length;
      expect(compared.flatMap(faults)).toEqual([]);
    }),
    { numRuns: NUMBER_OF_BATCHES }
  );
  expect(settings).toBeGreaterThan(casesOf(2000));
  process.stdout.write(`${settings} settings\n`);
});

const PRESETS = HEARTBEAT_INTERVALS.flatMap((interval) => presets(interval).map((preset) => ({ interval, ...preset })));

test.each(PRESETS)('the preset $id for $interval s keeps its promise', async ({ interval, timing }) => {
  // Half a day and more is long to play, and both ways only with all the others.
  for (const answerTime of interval < 43_200 || isThorough ? [0.001, 1] : [1]) {
    const compared = await compare({ interval, answerTime, savedAfterTickMs: 2300, timings: [timing] });
    expect(compared.flatMap(faults)).toEqual([]);
  }
});

test('a wrong calculation would be noticed', async () => {
  const timing = { evaluationInterval: 10, pendingPeriod: 0, groupWait: 0, groupInterval: 300, repeatInterval: 300 };
  const [compared] = await compare({ interval: 900, answerTime: 0.5, savedAfterTickMs: 0, timings: [timing] });
  expect(compared && faults(compared)).toEqual([]);
  expect(compared && faults({ ...compared, gap: { least: 300, greatest: 300 } })).toHaveLength(1);
  expect(compared && faults({ ...compared, gap: { least: 300, greatest: 901 } })).toHaveLength(1);
  expect(compared && faults({ ...compared, firstBeat: { least: 11, greatest: 20 } })).toHaveLength(1);
});
