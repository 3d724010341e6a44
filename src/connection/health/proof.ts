import type { Connection } from '../ownership/connections';
import type { RuleStatus } from '../port/grafanaPort';
import { calculateTiming } from '../timing/calculateTiming';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../timing/presets';
import { healthOf } from './healthOf';
import { isInTime, observationOf, TOLERANCE, type Observation } from './observation';
import type { HealthInput, HealthReason } from './types';

/** How far a heartbeat has come, from rule to delivered beat. Times are epoch milliseconds of the server's clock. */
export interface Proof {
  /** `notRead`: its state could not be read, which says nothing of it. */
  rule: 'waiting' | 'pending' | 'firing' | 'paused' | 'failing' | 'notFiring' | 'notRead';
  /** Since when the rule fires. */
  firingSince: number | undefined;
  /** What the rule's evaluation complained of. */
  ruleError: string | undefined;
  /** `notRead`: deliveries could not be read, and none was seen before. */
  delivery: 'waiting' | 'delivered' | 'failed' | 'notRead';
  /** When Grafana last tried to deliver a beat. */
  lastAttempt: number | undefined;
  deliveryError: string | undefined;
  /** When the next beat is due at the latest. */
  nextExpected: number | undefined;
  /** When the first beat was promised by; undefined once one was seen. */
  promisedBy: number | undefined;
  /** Why there is none although the promised time is over; undefined as long as there is nothing to explain. */
  diagnosis: HealthReason | undefined;
}

/**
 * Whether the beat was looked for on all replicas that answered, and another one must have sent it. That IRM has raised
 * no alert proves no first beat, because none was expected before it.
 */
export const isSentElsewhere = ({ diagnosis }: Pick<Proof, 'diagnosis'>): boolean =>
  diagnosis?.code === 'irmQuiet' || (diagnosis?.code === 'neverHere' && diagnosis.severalReplicas);

/**
 * Reads the proof of a heartbeat out of the shared reading.
 *
 * `delivered` means that a beat was seen to be answered with 2xx, by this reading or one before. Both statuses live in
 * the memory of one replica and start empty after a restart (recordings `state.json` and `ruler.json`), so `waiting`
 * never means that there was no beat, only that none was seen.
 */
export function proofOf(input: HealthInput): Proof {
  const { connection, reading } = input;
  const { problems } = reading;
  const observation = observationOf(input);
  const { status, delivery, lastBeat, gap, failure, now, unseenSince, firstBeat, replicas } = observation;
  const isDelivered = lastBeat !== undefined && !failure;
  const begins = [unseenSince, status?.activeAt].filter((time) => time !== undefined);
  const promisedSince = begins.length > 0 ? Math.max(...begins) : now;
  const promisedBy = lastBeat === undefined ? promisedSince + firstBeat : undefined;
  const isOver = promisedBy !== undefined && now > promisedBy;
  const isOutOfSight = replicas === 'several' && !isInTime(observation);
  return {
    rule: connection.rule?.isPaused ? 'paused' : !status && problems.ruleStatuses ? 'notRead' : ruleStage(status),
    firingSince: status?.state === 'firing' ? status.activeAt : undefined,
    ruleError: status?.lastError,
    delivery: failure ? 'failed' : isDelivered ? 'delivered' : problems.deliveries ? 'notRead' : 'waiting',
    lastAttempt: failure?.at ?? lastBeat,
    deliveryError: failure?.message ?? delivery?.lastError,
    nextExpected: isDelivered && gap !== undefined && !isOutOfSight ? lastBeat + gap : undefined,
    promisedBy,
    diagnosis: isOver ? diagnosisOf(input, observation) : undefined,
  };
}

/**
 * Whether a beat came so soon after its rule was saved that no other can have come before it. Times are epoch
 * milliseconds of the server's clock.
 */
export function isTooSoonForASecond({ rule, interval }: Connection, savedAt: number, beat: number): boolean {
  // Of several replicas two may beat sooner after each other than one does.
  const report = rule && calculateTiming(rule, interval ?? DEFAULT_HEARTBEAT_INTERVAL, { replicas: 2 });
  return report?.gap !== undefined && beat - savedAt < report.gap.least * 1000 - TOLERANCE;
}

/** Reasons that only say that nothing was seen. */
const UNSEEN: ReadonlyArray<HealthReason['code']> = ['statusLost', 'firstBeatDue', 'silentHere'];

/**
 * A beat that was promised and not seen, where several replicas take turns, was sent by one that did not answer. Nothing
 * is missing for certain where the part that would tell could not be read.
 */
function diagnosisOf(input: HealthInput, { replicas }: Observation): HealthReason | undefined {
  const { reason } = healthOf(input);
  if (reason.code === 'notRead' || reason.code === 'forbidden') {
    return undefined;
  }
  return replicas === 'several' && UNSEEN.includes(reason.code) ? { code: 'neverHere', severalReplicas: true } : reason;
}

function ruleStage(status: RuleStatus | undefined): Proof['rule'] {
  if (!status) {
    return 'waiting';
  }
  if (status.isPaused) {
    return 'paused';
  }
  if (status.health === 'error') {
    return 'failing';
  }
  if (status.state === 'firing' || status.state === 'pending') {
    return status.state;
  }
  // Grafana shows a rule that was never evaluated as inactive.
  return status.lastEvaluation === undefined ? 'waiting' : 'notFiring';
}
