import { outcomeOf, phaseOf, raisedGroup, type Drill } from './drill';

export type StepId = 'lastBeat' | 'paused' | 'alert' | 'resumed' | 'firstBeat' | 'resolved';

/** One step of a drill. `at` is epoch milliseconds of the server, known once it is done. */
export interface DrillStep {
  id: StepId;
  /** `skipped`: it does not come to that any more. */
  state: 'done' | 'running' | 'waiting' | 'failed' | 'skipped';
  at: number | undefined;
}

/** All steps in their order, with how far they have come: what is shown while a drill runs, and its report at the end. */
export function stepsOf(drill: Drill, now: number): DrillStep[] {
  const phase = phaseOf(drill, now).kind;
  const outcome = outcomeOf(drill);
  const group = raisedGroup(drill);
  const isOver = drill.isTakenOver;
  const after = (isDone: boolean, isNow: boolean): DrillStep['state'] =>
    isDone ? 'done' : isNow ? 'running' : isOver ? 'skipped' : 'waiting';
  return [
    { id: 'lastBeat', state: 'done', at: drill.lastBeat },
    { id: 'paused', state: after(drill.pausedAt !== undefined, phase === 'pausing'), at: drill.pausedAt },
    { id: 'alert', state: alertState(outcome, phase), at: group?.createdAt },
    {
      id: 'resumed',
      state: after(drill.resumedAt !== undefined, phase === 'raised' || phase === 'unheard'),
      at: drill.resumedAt,
    },
    { id: 'firstBeat', state: after(drill.firstBeat !== undefined, phase === 'restarting'), at: drill.firstBeat },
    ...(group ? [resolvedStep(group.resolvedAt, phase, isOver)] : []),
  ];
}

function alertState(outcome: ReturnType<typeof outcomeOf>, phase: string): DrillStep['state'] {
  switch (outcome) {
    case 'raised':
      return 'done';
    case 'noAlarm':
    case 'irmNotAsked':
      return 'failed';
    case 'brokenOff':
      return 'skipped';
    case undefined:
      return phase === 'unheard' ? 'failed' : phase === 'pausing' ? 'waiting' : 'running';
  }
}

function resolvedStep(resolvedAt: number | undefined, phase: string, isOver: boolean): DrillStep {
  const id = 'resolved';
  if (resolvedAt !== undefined) {
    return { id, state: 'done', at: resolvedAt };
  }
  const state = phase === 'unresolved' ? 'failed' : phase === 'resolving' ? 'running' : isOver ? 'skipped' : 'waiting';
  return { id, state, at: undefined };
}
