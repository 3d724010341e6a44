import { alertmanagerBlocker, blockerOf, type BeatBlocker } from './blockers';
import { isUntold } from './deliveries';
import { DELIVERY_ACTIONS } from './deliveryAction';
import { drillOn } from '../desired/drillMark';
import type { Drift } from '../drift/drift';
import { isInOrder } from '../drift/inOrder';
import { judgeByTime } from './byTime';
import { notRead, whyRuleUnread } from './notRead';
import { isInTime, observationOf, type Observation } from './observation';
import {
  isLateOrDown,
  type Health,
  type HealthInput,
  type HealthReason,
  type Judgement,
  type NextAction,
  type Pages,
} from './types';

/**
 * The state of one heartbeat, why, and what to do about it. Pure and total: it never throws, and the later of two
 * moments never has the better of `new` or `up`, `late`, `down`.
 *
 * Precedence, first match wins:
 * 1. `none`: there is nothing to judge.
 * 2. `paused`: somebody wanted it so, which explains everything below.
 * 3. External Alertmanagers only: no contact point of this Grafana works, whatever is mended in it.
 * 4. Rule not to be seen: `unknown`, unless attempts fail right now, which is certain on any replica.
 * 5. `misconfigured`: drift that stops the heartbeat. Before its effects, because it names the cause and the repair,
 *    and even while beats still arrive, because they prove nothing then or will stop. `unknown` as in 4 where what
 *    compares could not be loaded.
 * 6. A cause that stops beats (silence, inhibition, query error, not firing, stalled evaluation): `late` at once,
 *    `down` beyond the interval or when no beat is remembered. Such causes hold for all replicas.
 * 7. A contact point that sends to others, too, of which only some arrive: `unknown`.
 * 8. Failing attempts: `late`, beyond the interval or without any known beat `down`.
 * 9. The clock: see `judgeByTime`.
 *
 * Over all of these but the first two: a reading that is old and could not be renewed is no state, so it is `unknown`.
 *
 * With several replicas only what holds on each of them counts against a heartbeat. A beat in time, whoever sent it,
 * outweighs what fails on one. `down` then takes proof that no replica has sent for the interval, see
 * `BeatMemory.stoppedSince`, and no deadline is told, because beats may come that cannot be seen from here.
 */
export function healthOf(input: HealthInput): Health {
  const observation = observationOf(input);
  const judgement = outdated(input) ?? judge(input, observation);
  const { state, reason } = judgement;
  const { now, gap, interval, intervalIsKnown, replicas } = observation;
  const lastBeat = isPlausible(observation) ? observation.lastBeat : undefined;
  const due = lastBeat !== undefined && gap !== undefined ? lastBeat + gap : undefined;
  const isLost = intervalIsKnown && state !== 'none' && replicas !== 'several';
  const deadline = lastBeat !== undefined && isLost ? lastBeat + interval : undefined;
  return {
    state,
    reason,
    nextAction: judgement.nextAction,
    since: judgement.since,
    lastBeat,
    nextExpected: judgement.nextExpected,
    overdueBy: isLateOrDown(state) && due !== undefined && now > due ? now - due : undefined,
    // Nothing is counted down that may have been put off since.
    deadline: reason.code === 'outdated' ? undefined : deadline,
    pages: deadline === undefined ? undefined : pagesFrom(deadline, input, now, reason),
    forgottenAt: lastBeat === undefined ? undefined : observation.unseenSince,
  };
}

/** IRM looks for lost heartbeats this often, in milliseconds (docs/timing.md). */
const IRM_LOOKS_EVERY = 120_000;

/** Reasons that only say that nothing was seen from here. */
const NOT_SEEN: ReadonlyArray<HealthReason['code']> = ['outdated', 'silentHere', 'neverHere', 'statusLost'];

function pagesFrom(from: number, { irmSide, reading }: HealthInput, now: number, { code }: HealthReason): Pages {
  const until = from + IRM_LOOKS_EVERY;
  const isSeen = reading.problems.deliveries === undefined && !NOT_SEEN.includes(code);
  const isOver = now > until && irmSide !== 'quiet' && isSeen;
  return { from, until, hasPaged: irmSide === 'missing' || isOver };
}

function judge(input: HealthInput, observation: Observation): Judgement {
  const { connection } = input;
  const { rule, heartbeatContactPoint } = connection;
  if (!rule && !heartbeatContactPoint) {
    const unread = whyRuleUnread(connection, input.reading);
    return unread
      ? notRead('rules', unread)
      : { state: 'none', reason: { code: 'noHeartbeat' }, nextAction: 'setUpHeartbeat' };
  }
  if (rule?.isPaused) {
    const drill = drillOn(rule);
    const isDrill = drill?.state === 'running';
    const reason = { code: 'paused', ...(isDrill && { drillSince: drill.mark.startedAt }) } as const;
    return { state: 'paused', reason, nextAction: 'resume' };
  }
  const elsewhere = alertmanagerBlocker(input.alertmanagers);
  if (elsewhere) {
    return stopped(elsewhere, observation);
  }
  const unseen = rule ? undefined : whyUnseen(input);
  if (unseen) {
    return failing(observation) ?? unseen;
  }
  const compared = input.driftOf?.(connection, input.reading);
  if (!compared && !isInOrder(connection, input.reading)) {
    return failing(observation) ?? NOT_COMPARED;
  }
  const drifts = compared?.filter(({ severity }) => severity === 'stops') ?? [];
  if (drifts.length > 0) {
    return { state: 'misconfigured', reason: { code: 'drift', drifts }, nextAction: actionForDrift(drifts, input) };
  }
  const blocker = blockerOf(input, observation);
  if (blocker && !isOfOneReplica(blocker, observation)) {
    return stopped(blocker, observation);
  }
  const shared = sharedName(input);
  if (shared !== undefined) {
    const reason = { code: 'sharedContactPoint', name: shared } as const;
    return { state: 'unknown', reason, nextAction: 'openContactPoint' };
  }
  const isWell = observation.replicas === 'several' && isInTime(observation) && isPlausible(observation);
  return (isWell ? undefined : failing(observation)) ?? judgeByTime(input, observation, isPlausible(observation));
}

/** It is not plainly in order, and what compares could not be loaded. */
const NOT_COMPARED = notRead('rules', {
  reason: 'notLoaded',
  message: 'The code that compares rules was not loaded.',
  status: undefined,
});

/** The contact point that sends beats along with messages to others, where nobody tells which of them arrive. */
function sharedName({ connection, reading }: HealthInput): string | undefined {
  const { heartbeatContactPoint, otherHeartbeatContactPoints } = connection;
  if (!heartbeatContactPoint) {
    return otherHeartbeatContactPoints[0]?.name;
  }
  return isUntold(connection, reading) ? heartbeatContactPoint.name : undefined;
}

/** Why there is no rule to judge by; undefined when it is known to be missing. */
function whyUnseen({ connection, reading }: HealthInput): Judgement | undefined {
  const error = whyRuleUnread(connection, reading);
  if (error) {
    return notRead('rules', error);
  }
  if (!connection.isOurs) {
    // A rule made by hand was not found: it is paused in a folder that is hidden, or not there.
    return { state: 'unknown', reason: { code: 'notAdopted' }, nextAction: 'adopt' };
  }
  return reading.folder.state === 'hidden'
    ? { state: 'unknown', reason: { code: 'rulesHidden' }, nextAction: 'repair' }
    : undefined;
}

function actionForDrift(drifts: readonly Drift[], { connection }: HealthInput): NextAction {
  const blocked = drifts.find(({ code }) => code === 'blocked');
  if (blocked) {
    return blocked.object === 'rule' ? 'openRule' : 'openContactPoint';
  }
  if (drifts.some(({ code }) => code === 'intervalMissing' || code === 'intervalNotOffered')) {
    return 'changeTiming';
  }
  return connection.isOurs ? 'repair' : 'adopt';
}

const NOT_EVALUATED: ReadonlyArray<HealthReason['code']> = ['notEvaluated', 'evaluatesNothing'];

/**
 * Each replica evaluates by itself, and a node may be told not to (`execute_alerts`). So with several of them a beat in
 * time outweighs a rule that does not fire here, and one that is not evaluated here says nothing.
 */
function isOfOneReplica({ reason }: BeatBlocker, observation: Observation): boolean {
  const isShared = reason.code === 'silenced' || reason.code === 'inhibited';
  return (
    observation.replicas === 'several' && !isShared && (NOT_EVALUATED.includes(reason.code) || isInTime(observation))
  );
}

/** Older than this, in milliseconds, a reading that could not be renewed says nothing of now. */
const FRESH = 25_000;

/** Whether Grafana could not be read for so long that what it said last is no state any more. */
export const isOutdated = ({ reading, shownAt }: Pick<HealthInput, 'reading' | 'shownAt'>): boolean =>
  shownAt !== undefined && shownAt > reading.serverTime + FRESH;

function outdated(input: HealthInput): Judgement | undefined {
  const { connection, reading } = input;
  const { rule, heartbeatContactPoint } = connection;
  if (!isOutdated(input) || (!rule && !heartbeatContactPoint) || rule?.isPaused) {
    return undefined;
  }
  const readAt = reading.serverTime;
  return { state: 'unknown', reason: { code: 'outdated', readAt }, nextAction: 'readAgain', since: readAt };
}

function stopped({ reason, nextAction }: BeatBlocker, observation: Observation): Judgement {
  if (reason.code === 'evaluatesNothing' && observation.replicas !== 'one') {
    // Another server of the same Grafana may evaluate for all.
    return { state: 'unknown', reason, nextAction, since: observation.unseenSince };
  }
  return { ...lateOrDown(observation), reason, nextAction };
}

/** Attempts that fail are proof on any replica: the replicas share the contact point, and this one is trying. */
function failing(observation: Observation): Judgement | undefined {
  const { failure, delivery, gap, lastBeat } = observation;
  if (!failure) {
    return undefined;
  }
  const cause = delivery?.cause ?? 'other';
  return {
    ...lateOrDown(observation),
    reason: { code: 'deliveryFails', cause, message: failure.message, lastAttempt: failure.at },
    nextAction: DELIVERY_ACTIONS[cause],
    // Grafana goes on trying.
    nextExpected: lastBeat !== undefined && gap !== undefined ? lastBeat + gap : undefined,
  };
}

/** For a heartbeat that is known to be cut off: how long that has been so. */
function lateOrDown(observation: Observation): Pick<Judgement, 'state' | 'since'> {
  const { lastBeat, now, interval, stoppedSince, replicas } = observation;
  if (replicas === 'several') {
    const last = stoppedSince === undefined ? undefined : Math.max(stoppedSince, lastBeat ?? stoppedSince);
    const isDown = last !== undefined && now - last > interval;
    return isDown ? { state: 'down', since: last + interval } : { state: 'late', since: last };
  }
  if (lastBeat === undefined || !isPlausible(observation)) {
    return { state: 'down' };
  }
  return now - lastBeat > interval ? { state: 'down', since: lastBeat + interval } : { state: 'late', since: lastBeat };
}

/** A beat may be stamped by another replica, whose clock need not agree with the one that answers. */
const MOST_AHEAD = 60_000;
const isPlausible = ({ lastBeat, now }: Observation) => lastBeat === undefined || lastBeat <= now + MOST_AHEAD;
