import type { HeartbeatTiming } from '../model';
import { evaluatedEvery, type EvaluationLimits } from './evaluation';
import type { TimingFigures } from './figures';
import { HEARTBEAT_INTERVALS } from './presets';

/**
 * One thing to say about a timing. `level` is how much it weighs: `blocked` cannot hold, `risky` may page someone
 * for nothing, `crowding` holds and leaves alerts no room while beats fail, `note` is worth knowing and leaves the
 * verdict alone. Times are seconds.
 */
export type TimingReason =
  | { level: 'blocked'; code: 'notWholeSeconds'; field: keyof HeartbeatTiming | 'interval' }
  | { level: 'blocked'; code: 'evaluationIntervalNotMultiple'; evaluationInterval: number }
  | { level: 'blocked'; code: 'groupIntervalMissing' }
  | { level: 'blocked'; code: 'repeatIntervalMissing' }
  | { level: 'blocked'; code: 'pendingNotBelowInterval'; pendingPeriod: number; interval: number }
  | { level: 'blocked'; code: 'gapNotBelowInterval'; gap: number; interval: number }
  | { level: 'risky'; code: 'fewBeats'; beats: number }
  | { level: 'risky'; code: 'shortRestartBudget'; restartBudget: number }
  /** `enough`: the shortest interval that IRM offers with which a restart would pass. */
  | { level: 'risky'; code: 'restartAlerts'; minInterval: number; enough: number | undefined }
  | { level: 'risky'; code: 'beatsUseUpAllowance'; beatsPerFiveMinutes: number }
  | { level: 'crowding' | 'note'; code: 'retriesUseUpAllowance'; retries: number; left: number }
  | { level: 'note'; code: 'evaluatedLessOften'; evaluationInterval: number; minInterval: number }
  | { level: 'note'; code: 'repeatBelowGroupInterval'; repeatInterval: number; groupInterval: number };

export interface TimingVerdict {
  level: 'good' | 'crowding' | 'risky' | 'blocked';
  reasons: TimingReason[];
}

/**
 * Grafana's scheduler ticks every 10 s and refuses other evaluation intervals (ruler.json, "interval 7s"). With another
 * tick, which Grafana does not tell, the shortest interval is a multiple of it (docs/facts.md#rules).
 */
const SCHEDULER_TICK = 10;
/** Advice of comparable services: 3 to 5 beats per interval. */
const FEWEST_BEATS = 3;
/** An ordinary update of Grafana stays below a minute. */
const SHORTEST_RESTART_BUDGET = 60;
/** Steady beats should leave the better part of IRM's shared allowance to alerts. */
const MOST_BEATS_PER_FIVE_MINUTES = 60;
/** Retries that leave less than half of the allowance are worth a note; where they leave nothing, it is not all good. */
const MOST_RETRIES = 150;

/** What keeps a timing from being calculated at all; an empty list when it can be. */
export function flaws(timing: HeartbeatTiming, interval: number, { minInterval }: EvaluationLimits): TimingReason[] {
  const fields: Array<[keyof HeartbeatTiming | 'interval', number]> = [
    ['evaluationInterval', timing.evaluationInterval],
    ['pendingPeriod', timing.pendingPeriod],
    ['groupWait', timing.groupWait],
    ['groupInterval', timing.groupInterval],
    ['repeatInterval', timing.repeatInterval],
    ['interval', interval],
  ];
  const broken = fields.filter(([, value]) => !Number.isSafeInteger(value) || value < 0);
  if (broken.length > 0) {
    return broken.map(([field]) => ({ level: 'blocked', code: 'notWholeSeconds', field }));
  }
  const { evaluationInterval, groupInterval, repeatInterval } = timing;
  const reasons: TimingReason[] = [];
  const fitsTick = evaluationInterval % SCHEDULER_TICK === 0 || evaluationInterval % minInterval === 0;
  if (evaluationInterval === 0 || !fitsTick) {
    reasons.push({ level: 'blocked', code: 'evaluationIntervalNotMultiple', evaluationInterval });
  }
  if (groupInterval === 0) {
    reasons.push({ level: 'blocked', code: 'groupIntervalMissing' });
  }
  if (repeatInterval === 0) {
    reasons.push({ level: 'blocked', code: 'repeatIntervalMissing' });
  }
  return reasons;
}

/**
 * Judges a timing that could be calculated. It is blocked when it cannot hold even while the same replica sends: up to
 * `usualGap` seconds lie between beats then. A gap that is too long only where another one takes over is a risk.
 */
export function judge(
  timing: HeartbeatTiming,
  interval: number,
  figures: TimingFigures,
  { evaluation, usualGap }: { evaluation: EvaluationLimits; usualGap: number }
): TimingVerdict {
  const reasons: TimingReason[] = [];
  const { gap, beatsPerInterval, restartBudget, retries } = figures;
  if (timing.pendingPeriod >= interval) {
    reasons.push({ level: 'blocked', code: 'pendingNotBelowInterval', pendingPeriod: timing.pendingPeriod, interval });
  }
  if (usualGap >= interval) {
    reasons.push({ level: 'blocked', code: 'gapNotBelowInterval', gap: gap.greatest, interval });
  } else {
    if (beatsPerInterval < FEWEST_BEATS) {
      reasons.push({ level: 'risky', code: 'fewBeats', beats: beatsPerInterval });
    }
    if (restartBudget < SHORTEST_RESTART_BUDGET) {
      reasons.push(restartReason(timing, figures, evaluation));
    }
  }
  const beatsPerFiveMinutes = Math.ceil(300 / gap.least);
  if (beatsPerFiveMinutes > MOST_BEATS_PER_FIVE_MINUTES) {
    reasons.push({ level: 'risky', code: 'beatsUseUpAllowance', beatsPerFiveMinutes });
  }
  if (retries.perFiveMinutes > MOST_RETRIES) {
    const { perFiveMinutes, leftOfAllowance } = retries;
    const level = leftOfAllowance === 0 ? 'crowding' : 'note';
    reasons.push({ level, code: 'retriesUseUpAllowance', retries: perFiveMinutes, left: leftOfAllowance });
  }
  const { evaluationInterval, repeatInterval, groupInterval } = timing;
  const { minInterval } = evaluation;
  if (evaluationInterval < minInterval) {
    reasons.push({ level: 'note', code: 'evaluatedLessOften', evaluationInterval, minInterval });
  }
  if (repeatInterval < groupInterval) {
    reasons.push({ level: 'note', code: 'repeatBelowGroupInterval', repeatInterval, groupInterval });
  }
  return { level: levelOf(reasons), reasons };
}

/** After a restart the next beat waits for an evaluation; where the server allows few of them, no timing mends that. */
function restartReason(
  { evaluationInterval }: HeartbeatTiming,
  { gap, firstBeat, restartBudget }: TimingFigures,
  evaluation: EvaluationLimits
): TimingReason {
  const { minInterval } = evaluation;
  if (
    restartBudget > 0 ||
    minInterval <= SCHEDULER_TICK ||
    evaluatedEvery(evaluationInterval, evaluation) > minInterval
  ) {
    return { level: 'risky', code: 'shortRestartBudget', restartBudget };
  }
  const needed = gap.greatest + firstBeat.greatest + SHORTEST_RESTART_BUDGET;
  const enough = HEARTBEAT_INTERVALS.find((offered) => offered >= needed);
  return { level: 'risky', code: 'restartAlerts', minInterval, enough };
}

const LEVELS = ['blocked', 'risky', 'crowding'] as const;

/** The heaviest level among the reasons; notes do not count. */
function levelOf(reasons: readonly TimingReason[]): TimingVerdict['level'] {
  const has = (level: TimingReason['level']) => reasons.some((reason) => reason.level === level);
  return LEVELS.find(has) ?? 'good';
}
