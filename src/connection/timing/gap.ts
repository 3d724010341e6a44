import type { HeartbeatTiming } from '../model';
import { evaluatedEvery, USUAL_LIMITS, type EvaluationLimits } from './evaluation';

/** A quantity that is only known to lie between two values, both included. Seconds. */
export interface Bounds {
  least: number;
  greatest: number;
}

export interface TimingEnvironment {
  /** Grafana replicas that share one alerting state; 1 when there is no high availability. */
  replicas?: number;
  /** Longest time, in seconds, that the target takes to answer a beat. */
  answerTime?: number;
  /** How often this Grafana lets rules be evaluated; its own default when left out. */
  evaluation?: EvaluationLimits;
}

export type Surroundings = Required<TimingEnvironment>;

/** An IRM far away answers within a second; the recordings have 1 ms and 0.5 s. */
export const DEFAULT_SURROUNDINGS: Surroundings = { replicas: 1, answerTime: 1, evaluation: USUAL_LIMITS };

/** Each replica waits this long for the one before it, in seconds (docs/facts.md#replicas-of-one-grafana). */
export const PEER_WAIT = 15;

/**
 * So long Grafana remembers what it sent unless its administrator says otherwise, which it tells nobody, and so often it
 * clears away what is older; seconds. What is forgotten is sent again (docs/facts.md#the-gap-between-notifications).
 */
export const REMEMBERED = 432_000;
const CLEARED_EVERY = 900;

/** Seconds between beats for a target that answers after exactly `answerTime` seconds. */
function gapAt({ groupInterval, repeatInterval }: HeartbeatTiming, answerTime: number): number {
  // Grafana looks every group interval and resends when the last send, stamped after the answer, is older than the
  // repeat interval (heartbeat-timing-slow-target.json: 2m/2m beats every 4m).
  const looks = groupInterval * (Math.floor((repeatInterval + answerTime) / groupInterval) + 1);
  // An answer slower than the group interval holds up the next look and moves all later ones.
  const held =
    answerTime > groupInterval ? answerTime + groupInterval * (Math.floor(repeatInterval / groupInterval) + 1) : 0;
  return Math.max(looks, held);
}

/**
 * Steady time between two beats, in seconds. The evaluation interval and pending period have no part in it.
 * Least: a target that answers within 1 or 2 ms, where a repeat interval that is a multiple of the group interval
 * holds exactly (heartbeat-timing.json: 10s/150s beats every 150 s). Greatest: the longest answer time, and with
 * replicas the time that the last one waits when it has to step in.
 */
export function steadyGap(timing: HeartbeatTiming, { replicas, answerTime }: Surroundings): Bounds {
  const { groupInterval } = timing;
  const repeatInterval = Math.min(timing.repeatInterval, REMEMBERED);
  const latest = Math.min(timing.repeatInterval, REMEMBERED + CLEARED_EVERY);
  const least = groupInterval * Math.max(1, Math.ceil(repeatInterval / groupInterval));
  return {
    // Each replica looks at moments of its own, so that together they may see the repeat interval pass at once.
    least: replicas > 1 ? Math.min(least, repeatInterval) : least,
    greatest: gapAt({ ...timing, repeatInterval: latest }, answerTime) + (replicas - 1) * PEER_WAIT,
  };
}

/**
 * Time from saving the rule through the ruler API to the arrival of the first beat, in seconds: one evaluation, its
 * place in the scheduler's tick, over which the rules that are due are spread evenly, the evaluations that the pending
 * period takes, the group wait, the delivery. Recorded were up to 15.4 s for rules that are evaluated every 10 s, one
 * rule about 1.1 s after the other (heartbeat-timing.json, `firstDeliveryAfterCreateSeconds`). Through the provisioning
 * API up to 60 s come on top. Replicas take their turns: the one that saved the rule may be the last of them, and the
 * only one that knows its contact point yet.
 */
export function firstBeat(timing: HeartbeatTiming, { answerTime, replicas, evaluation }: Surroundings): Bounds {
  const { pendingPeriod, groupWait } = timing;
  const every = evaluatedEvery(timing.evaluationInterval, evaluation);
  const pending = Math.ceil(pendingPeriod / every) * every;
  const least = pending + groupWait;
  const lastPeer = (replicas - 1) * PEER_WAIT;
  return { least, greatest: least + every + evaluation.longestTick + answerTime + lastPeer };
}
