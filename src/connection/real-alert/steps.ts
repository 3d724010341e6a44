import { isElsewhere, outcomeOf, phaseOf, toConnection, type RealAlert } from './realAlert';

export type StepId = 'written' | 'fired' | 'routed' | 'sent' | 'arrived' | 'deleted' | 'resolved';

/** One step of a test. `at` is epoch milliseconds of the server, known once it is done. */
export interface RealAlertStep {
  id: StepId;
  /** `skipped`: it does not come to that any more. `elsewhere`: it cannot be seen from here. */
  state: 'done' | 'running' | 'waiting' | 'failed' | 'skipped' | 'elsewhere';
  at: number | undefined;
}

/** All steps in their order, with how far they have come. */
export function stepsOf(alert: RealAlert, now: number, asksIrm: boolean): RealAlertStep[] {
  const phase = phaseOf(alert, now, asksIrm).kind;
  const isOver = alert.endedAt !== undefined || phase === 'ending';
  const outcome = outcomeOf(alert, now, asksIrm)?.kind;
  const [sent] = toConnection(alert).sort((a, b) => Number(isBad(a.delivery)) - Number(isBad(b.delivery)));
  // What came later proves what came before, though Grafana may have forgotten it already.
  const hasArrived = alert.group !== undefined;
  const isSent = hasArrived || (sent !== undefined && sent.delivery.error === undefined);
  const hasFired = isSent || alert.firedAt !== undefined;
  const state = (isDone: boolean, isNext: boolean, failed: boolean): RealAlertStep['state'] =>
    isDone ? 'done' : failed ? 'failed' : isOver ? 'skipped' : isNext ? 'running' : 'waiting';
  const isAstray = isElsewhere(alert) && !hasArrived;
  const isRouted = isSent || alert.routedTo !== undefined;
  return [
    { id: 'written', state: 'done', at: alert.mark.startedAt },
    { id: 'fired', state: state(hasFired, true, outcome === 'notFired'), at: alert.firedAt },
    {
      id: 'routed',
      state: isAstray ? 'failed' : state(isRouted, hasFired, outcome === 'notRouted'),
      at: alert.routedAt,
    },
    {
      id: 'sent',
      state: isAstray
        ? 'skipped'
        : state(isSent, isRouted, sent?.delivery.error !== undefined || outcome === 'notSent'),
      at: sent?.delivery.at,
    },
    {
      id: 'arrived',
      state:
        asksIrm || hasArrived ? state(hasArrived, isSent, outcome === 'notArrived') : isSent ? 'elsewhere' : 'skipped',
      at: alert.group && (alert.isShared ? alert.group.lastAlert.createdAt : alert.group.createdAt),
    },
    {
      id: 'deleted',
      state: alert.endedAt !== undefined ? 'done' : phase === 'ending' ? 'running' : 'waiting',
      at: alert.endedAt,
    },
    ...(hasArrived && !alert.isShared ? [resolvedStep(alert, phase)] : []),
  ];
}

const isBad = ({ error }: { error: string | undefined }) => error !== undefined;

function resolvedStep({ group, endedAt }: RealAlert, phase: string): RealAlertStep {
  const id = 'resolved';
  if (group?.state === 'resolved') {
    return { id, state: 'done', at: group.resolvedAt };
  }
  const state = phase === 'unresolved' ? 'failed' : endedAt === undefined ? 'waiting' : 'running';
  return { id, state, at: undefined };
}
