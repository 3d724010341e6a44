import { evaluatedEvery, type EvaluationLimits } from '../timing/evaluation';
import type { RealAlertMark } from '../desired/realAlertMark';

/**
 * How much longer than it should take an alert is waited for; milliseconds. Alertmanager takes over policies that were
 * changed right before with a poll of a minute, and its groups wait anew then.
 */
const GRACE = 120_000;

/** How late a resolved message may be; milliseconds. */
const RESOLVE_GRACE = 60_000;

/** How long after that the rule counts as left behind by whoever began it; milliseconds. */
const LEFT_AFTER = 300_000;

/** With several replicas each waits so long for the one before it; milliseconds (measured on 12.4.0). */
const PLACE = 15_000;

/** When what is to happen. Epoch milliseconds of the server. */
export interface RealAlertWindow {
  /** The rule has fired by then. */
  firesBy: number;
  leavesFrom: number;
  leavesBy: number;
  /** Without an arrival by then there is none. */
  deadline: number;
}

/**
 * How long it takes at most until a new rule fires, in seconds: the scheduler notices it with its next tick, and
 * evaluates it within one interval.
 */
export const firesWithin = (evaluation: EvaluationLimits): number =>
  evaluatedEvery(0, evaluation) + evaluation.longestTick;

/** Reckoned from the moment at which the rule is written. */
export function windowOf(
  { startedAt, groupWait }: Pick<RealAlertMark, 'startedAt' | 'groupWait'>,
  evaluation: EvaluationLimits,
  replicas = 1
): RealAlertWindow {
  const firesBy = startedAt + firesWithin(evaluation) * 1000;
  const leavesBy = firesBy + groupWait * 1000 + (Math.max(1, replicas) - 1) * PLACE;
  return { firesBy, leavesFrom: startedAt + groupWait * 1000, leavesBy, deadline: leavesBy + GRACE };
}

/** When a real alert with this window is to be over; epoch milliseconds. */
export const untilOf = (window: RealAlertWindow): number => window.deadline + LEFT_AFTER;

/**
 * By when the resolved message is to be out: Alertmanager looks at a group once in a group interval, and the rule's end
 * is noticed with the scheduler's next tick.
 */
export const resolvedBy = (
  endedAt: number,
  { groupInterval }: Pick<RealAlertMark, 'groupInterval'>,
  { longestTick }: EvaluationLimits
): number => endedAt + (longestTick + groupInterval) * 1000 + RESOLVE_GRACE;
