import { evaluatesNothing } from './blockers';
import { notRead } from './notRead';
import { isInTime, TOLERANCE, type Observation } from './observation';
import type { HealthInput, HealthReason, Judgement } from './types';

const OVERDUE = { code: 'overdue' } as const;

/**
 * Judges a heartbeat in which nothing is wrong by the time since its last beat.
 *
 * Statuses are of one replica. In high availability the replica that answers may remember an old beat, or none, for
 * days while another one sends them all (each waits for those before it, docs/replicas.md). So where several replicas
 * are known of, silence is no alarm: it is `unknown`, unless IRM tells of its side. Most have one, and nobody tells how
 * many there are: then silence beyond the interval is `down`, with a reason that names the other possibility. Whoever
 * never saw a beat has none to be late from: that is `unknown` unless there is one replica for certain. All of these
 * send people to IRM, which knows.
 *
 * A status may also be lost: Grafana forgets it at a restart and whenever the alerting configuration changes. The
 * rule's own times do not tell when that was, because they come back from the database. Until a beat must have come
 * since this page first looked, the state is `unknown`.
 */
export function judgeByTime(input: HealthInput, observation: Observation, isPlausible: boolean): Judgement {
  const { lastBeat, now } = observation;
  if (lastBeat === undefined) {
    return withoutBeat(input, observation);
  }
  if (!isPlausible) {
    return { state: 'unknown', reason: { code: 'clocksDiffer', ahead: lastBeat - now }, nextAction: 'checkIrm' };
  }
  return sinceBeat(input, observation, lastBeat);
}

function sinceBeat(input: HealthInput, observation: Observation, remembered: number): Judgement {
  const { now, gap, interval, intervalIsKnown, replicas, status, unwatchedUntil } = observation;
  // What left while nobody looked was forgotten with the rest.
  const lastBeat = isInTime(observation) ? remembered : Math.max(remembered, unwatchedUntil ?? remembered);
  const nextExpected = gap === undefined ? undefined : lastBeat + gap;
  const due = nextExpected ?? lastBeat + interval;
  if (isInTime(observation)) {
    return { state: 'up', reason: { code: 'beating' }, nextAction: 'none', since: status?.activeAt, nextExpected };
  }
  const again = beginningAgain(observation, remembered);
  if (again) {
    return again;
  }
  const unread = input.reading.problems.deliveries;
  if (unread) {
    // The next one may well have come since the last that was seen.
    return outOfSight(input, true) ?? notRead('deliveries', unread);
  }
  if (lastBeat > remembered && now <= due + TOLERANCE && replicas !== 'several') {
    return { state: 'unknown', reason: { code: 'statusLost' }, nextAction: 'wait', since: lastBeat, nextExpected };
  }
  if (replicas === 'several') {
    return outOfSight(input, true) ?? unknownHere({ code: 'silentHere', severalReplicas: true });
  }
  if (!intervalIsKnown || now - lastBeat <= interval) {
    return { state: 'late', reason: { code: 'overdue' }, nextAction: 'sendBeat', since: due, nextExpected };
  }
  const reason = replicas === 'one' ? OVERDUE : ({ code: 'silentHere', severalReplicas: false } as const);
  return { state: 'down', reason, nextAction: 'checkIrm', since: Math.max(due, lastBeat + interval), nextExpected };
}

function withoutBeat(input: HealthInput, observation: Observation): Judgement {
  const { problems } = input.reading;
  for (const part of ['deliveries', 'ruleStatuses'] as const) {
    const error = problems[part];
    if (error) {
      return notRead(part, error);
    }
  }
  const isLeftAlone = evaluatesNothing(input, observation);
  return (isLeftAlone ? undefined : beforeFirstBeat(observation)) ?? unseen(input, observation);
}

/**
 * What IRM says of beats that leave from a replica that did not answer. That it misses none means that they arrive only
 * where a first one is known to have armed its monitor: of a heartbeat that never came it says nothing (docs/replicas.md).
 */
function outOfSight({ irmSide }: HealthInput, isArmed: boolean): Judgement | undefined {
  switch (irmSide) {
    case 'quiet':
      return isArmed
        ? { state: 'up', reason: { code: 'irmQuiet' }, nextAction: 'none' }
        : unknownHere({ code: 'irmQuiet' });
    case 'missing':
      return { state: 'down', reason: { code: 'irmMisses' }, nextAction: 'checkIrm' };
    case undefined:
      return undefined;
  }
}

/** Whether a state is unknown only because nobody has asked IRM. */
export const lacksIrmSide = (reason: HealthReason): boolean =>
  (reason.code === 'silentHere' || reason.code === 'neverHere') && reason.severalReplicas;

const unknownHere = (reason: Judgement['reason']): Judgement => ({ state: 'unknown', reason, nextAction: 'checkIrm' });

/**
 * A rule that was resumed after its last beat and not evaluated since, or that fires again since then, has to send a
 * first one as a new rule does. Until that must have come, what is silent is explained.
 */
function beginningAgain(observation: Observation, lastBeat: number): Judgement | undefined {
  const { status, now, firstBeat, savedAt } = observation;
  const isEvaluated = status?.lastEvaluation !== undefined;
  const from = isEvaluated ? status.activeAt : savedAt;
  if (from === undefined || from <= lastBeat) {
    return undefined;
  }
  return isEvaluated || now <= from + firstBeat ? beforeFirstBeat({ ...observation, unseenSince: from }) : undefined;
}

/** A rule that has just begun has sent nothing yet. */
function beforeFirstBeat({ status, now, firstBeat, unseenSince }: Observation): Judgement | undefined {
  if (!status || status.lastEvaluation === undefined) {
    return { state: 'new', reason: { code: 'notEvaluatedYet' }, nextAction: 'wait', since: unseenSince };
  }
  if (status.state === 'pending') {
    return { state: 'new', reason: { code: 'pending' }, nextAction: 'wait', since: status.activeAt };
  }
  const due = status.activeAt === undefined ? undefined : status.activeAt + firstBeat;
  return due !== undefined && now <= due
    ? {
        state: 'new',
        reason: { code: 'firstBeatDue' },
        nextAction: 'wait',
        since: status.activeAt,
        nextExpected: due,
      }
    : undefined;
}

function unseen(input: HealthInput, observation: Observation): Judgement {
  const { now, unseenSince = now, gap, interval, intervalIsKnown, replicas } = observation;
  const nextExpected = unseenSince + (gap ?? interval);
  if (replicas === 'several') {
    // It was asked for on more than one of them already, see `lookAt`.
    return (
      outOfSight(input, false) ?? { ...unknownHere({ code: 'neverHere', severalReplicas: true }), since: unseenSince }
    );
  }
  if (now <= nextExpected + TOLERANCE) {
    const reason = { code: 'statusLost' } as const;
    return { state: 'unknown', reason, nextAction: 'wait', since: unseenSince, nextExpected };
  }
  if (replicas !== 'one') {
    return { ...unknownHere({ code: 'neverHere', severalReplicas: false }), since: unseenSince };
  }
  const isDown = intervalIsKnown && now - unseenSince > interval;
  return {
    state: isDown ? 'down' : 'late',
    reason: { code: 'overdue' },
    nextAction: isDown ? 'checkIrm' : 'sendBeat',
    since: isDown ? unseenSince + interval : nextExpected,
    nextExpected,
  };
}
