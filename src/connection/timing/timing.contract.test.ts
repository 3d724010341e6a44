import fastTarget from '../../../tests/contracts/heartbeat-timing.json';
import slowTarget from '../../../tests/contracts/heartbeat-timing-slow-target.json';
import { calculateTiming } from './calculateTiming';
import { parseDuration } from './duration';

type Case = (typeof fastTarget.cases)[number] | (typeof slowTarget.cases)[number];

/** The recordings give tenths of a second, and Grafana's flushes drift by some milliseconds each. */
const TOLERANCE = 1;

function seconds(text: string): number {
  const value = parseDuration(text);
  if (value === undefined) {
    throw new Error(`not a duration: ${text}`);
  }
  return value;
}

function timingOf(recorded: Case) {
  return {
    evaluationInterval: recorded.evaluationIntervalSeconds,
    pendingPeriod: seconds(recorded.pendingPeriod),
    groupWait: seconds(recorded.group_wait),
    groupInterval: seconds(recorded.group_interval),
    repeatInterval: seconds(recorded.repeat_interval),
  };
}

const cases = [
  ...fastTarget.cases.map((recorded) => ({ recorded, target: 'fast', answerTime: 0.002 })),
  ...slowTarget.cases.map((recorded) => ({ recorded, target: 'slow', answerTime: 0.5 })),
].map((one) => ({
  ...one,
  name: `${one.recorded.group_interval}/${one.recorded.repeat_interval}, evaluated every ${one.recorded.evaluationIntervalSeconds} s`,
}));

describe('the calculated timing against what Grafana 12.4.0 really did', () => {
  it('knows the recordings', () => {
    expect(cases).toHaveLength(19);
  });

  it.each(cases)('$target target, $name: the bounds hold every measured gap', ({ recorded, answerTime }) => {
    for (const environment of [{ answerTime }, {}]) {
      const { gap } = calculateTiming(timingOf(recorded), 86400, environment);
      expect(recorded.gapsSeconds.length).toBeGreaterThan(0);
      for (const measured of recorded.gapsSeconds) {
        expect(measured).toBeGreaterThanOrEqual((gap?.least ?? NaN) - TOLERANCE);
        expect(measured).toBeLessThanOrEqual((gap?.greatest ?? NaN) + TOLERANCE);
      }
    }
  });

  it.each(cases)(
    '$target target, $name: the bounds are tight within one group interval',
    ({ recorded, answerTime }) => {
      const timing = timingOf(recorded);
      const { gap } = calculateTiming(timing, 86400, { answerTime });
      expect((gap?.greatest ?? NaN) - recorded.maxGapSeconds).toBeLessThanOrEqual(timing.groupInterval);
      expect(recorded.minGapSeconds - (gap?.least ?? NaN)).toBeLessThanOrEqual(timing.groupInterval + TOLERANCE);
    }
  );

  it.each(cases.filter(({ target }) => target === 'slow'))(
    'slow target, $name: the formula is exact',
    ({ recorded }) => {
      const { gap } = calculateTiming(timingOf(recorded), 86400, { answerTime: 0.5 });
      expect(gap?.greatest).toBeCloseTo(recorded.maxGapSeconds, 0);
    }
  );

  it.each(cases)('$target target, $name: the first beat comes when calculated', ({ recorded, answerTime }) => {
    const { firstBeat } = calculateTiming(timingOf(recorded), 86400, { answerTime });
    const measured = recorded.firstDeliveryAfterCreateSeconds;
    expect(measured).toBeGreaterThanOrEqual((firstBeat?.least ?? NaN) - TOLERANCE);
    expect(measured).toBeLessThanOrEqual(firstBeat?.greatest ?? NaN);
  });
});
