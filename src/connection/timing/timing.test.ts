import fc from 'fast-check';
import type { HeartbeatTiming } from '../model';
import { calculateTiming } from './calculateTiming';
import { formatDuration, parseDuration } from './duration';
import { HEARTBEAT_INTERVALS, isHeartbeatInterval, presets, proposeTiming } from './presets';

const timing = (changes: Partial<HeartbeatTiming> = {}): HeartbeatTiming => ({ ...proposeTiming(600), ...changes });
const codes = (changes: Partial<HeartbeatTiming>, interval = 600) =>
  calculateTiming(timing(changes), interval).verdict.reasons.map(({ code }) => code);

describe('where an administrator lets rules be evaluated every 5 minutes at most', () => {
  const evaluation = { minInterval: 300, longestTick: 10 };

  it('proposes what Grafana does, and reckons with it whatever a rule says', () => {
    expect(presets(600, evaluation).map((one) => one.timing.evaluationInterval)).toEqual([300, 300]);
    const stored = calculateTiming(timing({ evaluationInterval: 10, pendingPeriod: 30 }), 600, { evaluation });
    expect(stored).toMatchObject({
      gap: { least: 120, greatest: 122 },
      firstBeat: { least: 300, greatest: 611 },
      stalledEvaluator: { keepsBeating: 1200 },
      verdict: {
        reasons: expect.arrayContaining([
          { level: 'note', code: 'evaluatedLessOften', evaluationInterval: 10, minInterval: 300 },
        ]),
      },
    });
  });

  it('says that every restart alerts where the interval is too short for one evaluation', () => {
    const { verdict } = calculateTiming(proposeTiming(60, evaluation), 60, { evaluation });
    expect(verdict.level).toBe('risky');
    expect(verdict.reasons[0]).toEqual({ level: 'risky', code: 'restartAlerts', minInterval: 300, enough: 600 });
    const longer = calculateTiming(proposeTiming(600, evaluation), 600, { evaluation });
    expect(longer.verdict.level).not.toBe('blocked');
    expect(longer.restartBudget).toBeGreaterThanOrEqual(60);
  });

  it('takes an interval that only another tick allows', () => {
    const odd = { minInterval: 15, longestTick: 15 };
    expect(calculateTiming(timing({ evaluationInterval: 45 }), 600, { evaluation: odd }).calculable).toBe(true);
    expect(calculateTiming(timing({ evaluationInterval: 45 }), 600).calculable).toBe(false);
  });
});

describe('a repeat interval that is longer than Grafana remembers what it sent', () => {
  const DAY = 86_400;

  it('ends after 5 days, when the log is next cleaned', () => {
    const { gap } = calculateTiming(timing({ groupInterval: 300, repeatInterval: 30 * DAY }), 600);
    expect(gap).toEqual({ least: 5 * DAY, greatest: 5 * DAY + 1200 });
  });

  it('holds up to then', () => {
    const { gap } = calculateTiming(timing({ groupInterval: 300, repeatInterval: 4 * DAY }), 600);
    expect(gap).toEqual({ least: 4 * DAY, greatest: 4 * DAY + 300 });
  });
});

describe('what a timing leads to', () => {
  it('tells all figures of the documented preset for ten minutes', () => {
    expect(calculateTiming(timing(), 600)).toEqual({
      interval: 600,
      calculable: true,
      gap: { least: 120, greatest: 122 },
      firstBeat: { least: 0, greatest: 21 },
      beatsPerInterval: 4,
      restartBudget: 457,
      stalledEvaluator: { keepsBeating: 120, alertAfter: { least: 600, greatest: 840 } },
      detection: { least: 600, greatest: 720 },
      retries: { perFiveMinutes: 300, leftOfAllowance: 0 },
      verdict: {
        level: 'crowding',
        reasons: [{ level: 'crowding', code: 'retriesUseUpAllowance', retries: 300, left: 0 }],
      },
    });
  });

  it.each([
    // group interval, repeat interval, answer time: least and greatest gap
    [1, 30, 0.5, 30, 31],
    [60, 120, 0.5, 120, 180],
    [120, 120, 0.5, 120, 240],
    [300, 60, 0.5, 300, 300],
    [300, 300, 1, 300, 600],
    [1, 30, 1.5, 30, 32.5],
    [10, 30, 25, 30, 65],
    [1, 30, 0, 30, 31],
  ])(
    '%s s/%s s with an answer after %s s: every %s to %s s',
    (groupInterval, repeatInterval, answerTime, least, greatest) => {
      expect(calculateTiming(timing({ groupInterval, repeatInterval }), 3600, { answerTime }).gap).toEqual({
        least,
        greatest,
      });
    }
  );

  it('waits for the pending period in whole evaluations before the first beat', () => {
    const report = calculateTiming(timing({ evaluationInterval: 60, pendingPeriod: 90, groupWait: 30 }), 600);
    expect(report.firstBeat).toEqual({ least: 150, greatest: 221 });
  });

  it('calls a gap that is too long only while another replica takes over a risk, as one replica keeps it', () => {
    const tight = timing({ repeatInterval: 40, groupInterval: 10 });
    expect(calculateTiming(tight, 60).verdict.level).toBe('risky');
    expect(calculateTiming(tight, 60, { replicas: 2 })).toMatchObject({
      gap: { greatest: 65 },
      beatsPerInterval: 0,
      verdict: { level: 'risky', reasons: [{ code: 'fewBeats', beats: 0 }, { code: 'shortRestartBudget' }] },
    });
  });

  it('reckons with replicas that step in late, and of which the second retries once it has waited', () => {
    const report = calculateTiming(timing({ groupInterval: 10 }), 600, { replicas: 3 });
    expect(report.gap).toEqual({ least: 120, greatest: 160 });
    expect(report.firstBeat).toEqual({ least: 0, greatest: 51 });
    expect(report.retries).toEqual({ perFiveMinutes: 50, leftOfAllowance: 250 });
    const documented = calculateTiming(timing({ groupInterval: 1 }), 600, { replicas: 2 });
    expect(documented.retries?.perFiveMinutes).toBe(320);
  });

  it('takes senseless surroundings for the usual ones', () => {
    const usual = calculateTiming(timing(), 600);
    expect(calculateTiming(timing(), 600, { replicas: 0, answerTime: -1 })).toEqual(usual);
    expect(calculateTiming(timing(), 600, { replicas: NaN, answerTime: Infinity })).toEqual(usual);
  });
});

describe('the verdict', () => {
  it.each([
    ['a gap of the whole heartbeat interval', { groupInterval: 10, repeatInterval: 590 }, 'gapNotBelowInterval'],
    ['a long group interval', { groupInterval: 300, repeatInterval: 300 }, 'gapNotBelowInterval'],
    ['a pending period of the heartbeat interval', { pendingPeriod: 600 }, 'pendingNotBelowInterval'],
    ['no repeat interval', { repeatInterval: 0 }, 'repeatIntervalMissing'],
    ['no group interval', { groupInterval: 0 }, 'groupIntervalMissing'],
    ['an odd evaluation interval', { evaluationInterval: 7 }, 'evaluationIntervalNotMultiple'],
    ['no evaluation', { evaluationInterval: 0 }, 'evaluationIntervalNotMultiple'],
    ['half seconds', { groupInterval: 0.5 }, 'notWholeSeconds'],
    ['a negative wait', { groupWait: -1 }, 'notWholeSeconds'],
    ['no number', { repeatInterval: NaN }, 'notWholeSeconds'],
  ])('blocks %s', (_, changes, code) => {
    expect(calculateTiming(timing(changes), 600).verdict.level).toBe('blocked');
    expect(codes(changes)).toContain(code);
  });

  it.each([
    ['two beats', { repeatInterval: 240 }, 600, 'fewBeats'],
    ['no time for a restart', { repeatInterval: 10 }, 60, 'shortRestartBudget'],
    ['beats that crowd out alerts', { repeatInterval: 1 }, 600, 'beatsUseUpAllowance'],
  ])('calls %s risky', (_, changes, interval, code) => {
    expect(calculateTiming(timing(changes), interval).verdict.level).toBe('risky');
    expect(codes(changes, interval)).toContain(code);
  });

  it('notes a repeat interval that a longer group interval overrules, and stays good', () => {
    const report = calculateTiming(timing({ groupInterval: 120, repeatInterval: 30 }), 600);
    expect(report.gap).toEqual({ least: 120, greatest: 120 });
    expect(report.verdict.level).toBe('good');
    expect(report.verdict.reasons).toEqual([
      { level: 'note', code: 'repeatBelowGroupInterval', repeatInterval: 30, groupInterval: 120 },
    ]);
  });

  it('keeps its figures in order for any timing', () => {
    const any = fc.record({
      evaluationInterval: fc.integer({ min: 1, max: 30 }).map((tens) => tens * 10),
      pendingPeriod: fc.integer({ min: 0, max: 600 }),
      groupWait: fc.integer({ min: 0, max: 120 }),
      groupInterval: fc.integer({ min: 1, max: 600 }),
      repeatInterval: fc.integer({ min: 1, max: 4000 }),
    });
    const environments = fc.record({
      answerTime: fc.double({ min: 0, max: 30, noNaN: true }),
      replicas: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(any, fc.constantFrom(...HEARTBEAT_INTERVALS), environments, (one, interval, environment) => {
        const report = calculateTiming(one, interval, environment);
        if (!report.calculable) {
          throw new Error('must be calculable');
        }
        const { gap, verdict, beatsPerInterval } = report;
        expect(gap.least).toBeLessThanOrEqual(gap.greatest);
        expect(gap.least).toBeGreaterThanOrEqual(one.repeatInterval);
        expect(gap.greatest).toBeLessThanOrEqual(
          one.repeatInterval + environment.answerTime + one.groupInterval + 15 * (environment.replicas - 1) + 1e-6
        );
        // What only another replica's turn makes too long is a risk.
        const usualGap = gap.greatest - 15 * (environment.replicas - 1);
        expect(verdict.level === 'blocked').toBe(usualGap >= interval || one.pendingPeriod >= interval);
        expect(verdict.level === 'good').toBe(!verdict.reasons.some(({ level }) => level !== 'note'));
        expect(beatsPerInterval * gap.greatest).toBeLessThanOrEqual(interval);
      })
    );
  });
});

describe('presets', () => {
  it.each([...HEARTBEAT_INTERVALS])(
    'for %s s beat 3 times or more and differ in the group interval only',
    (interval) => {
      const [documented, gentle] = presets(interval);
      expect(documented).toMatchObject({
        id: 'documented',
        timing: { groupWait: 0, groupInterval: 1, pendingPeriod: 0 },
      });
      expect(gentle).toEqual({ id: 'gentle', timing: { ...documented?.timing, groupInterval: 10 } });
      for (const preset of presets(interval)) {
        const report = calculateTiming(preset.timing, interval);
        expect(report.beatsPerInterval).toBeGreaterThanOrEqual(3);
        expect(report.firstBeat?.greatest).toBeLessThanOrEqual(21);
        const usual = preset.id === 'documented' ? 'crowding' : 'good';
        expect(report.verdict.level).toBe(interval === 60 ? 'risky' : usual);
      }
      expect(proposeTiming(interval)).toEqual(documented?.timing);
    }
  );

  it('leave IRM most of its allowance when they are gentle', () => {
    const [, gentle] = presets(600);
    expect(gentle && calculateTiming(gentle.timing, 600).retries).toEqual({ perFiveMinutes: 30, leftOfAllowance: 270 });
  });

  it('exist for intervals that IRM does not offer, too', () => {
    expect(isHeartbeatInterval(240)).toBe(false);
    expect(presets(240).map(({ timing }) => calculateTiming(timing, 240).verdict.level)).toEqual(['crowding', 'good']);
  });
});

describe('durations', () => {
  it.each([
    [0, '0s'],
    [1, '1s'],
    [60, '1m'],
    [90, '1m30s'],
    [3600, '1h'],
    [3690, '1h1m30s'],
    [43200, '12h'],
    [86400, '1d'],
    [129600, '36h'],
  ])('%s s is written %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it.each([
    ['1m30s', 90],
    [' 10s ', 10],
    ['0', 0],
    ['1w2d', 777600],
    ['1h0m0s', 3600],
    ['500ms', 0.5],
    ['1y', 31536000],
    ['292y', 9208512000],
    ['106751d', 9223286400],
  ])('%s is read', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each([
    '',
    '90',
    '1.5m',
    '30s1m',
    '1m1m',
    '-1s',
    '1M',
    's',
    'abc',
    '1 m',
    '1m, 2s',
    '1m 30s',
    '293y',
    '300y',
    '106752d',
    '9999999999999999999999h',
  ])('%p is no duration', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it('reads everything that it wrote', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000_000 }), (seconds) => parseDuration(formatDuration(seconds)) === seconds)
    );
  });
});
