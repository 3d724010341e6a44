import type { AlertGroup } from '../irm/irmPort';
import type { EvaluationLimits } from '../timing/evaluation';
import type { RealAlertMark } from '../desired/realAlertMark';
import { resolvedBy, windowOf, type RealAlertWindow } from './window';

/** The last delivery to a contact point since the test fired. */
export interface Delivery {
  /** Epoch milliseconds. */
  at: number;
  /** Undefined when it was answered with success. */
  error: string | undefined;
}

/** What was seen of a test so far; what was seen once stays. All times are epoch milliseconds of the server. */
export interface RealAlert {
  mark: RealAlertMark;
  testId: string;
  evaluation: EvaluationLimits;
  replicas: number;
  /** Names of the contact points that reach the connection. */
  targets: readonly string[];
  /** Whether these tell IRM that the alert is over, by which it closes its group by itself. */
  sendsResolved: boolean;
  /** When the rule was seen to fire, by Grafana's own time. */
  firedAt: number | undefined;
  /** Why its evaluation fails. */
  ruleError: string | undefined;
  /** Contact points to which Alertmanager leads the alert; undefined before it has it. */
  routedTo: readonly string[] | undefined;
  routedAt: number | undefined;
  isSuppressed: boolean;
  deliveries: Readonly<Record<string, Delivery>>;
  /** IRM's alert group with it. */
  group: AlertGroup | undefined;
  /** Whether the group holds other alerts, too, which are not the plugin's to resolve. */
  isShared: boolean;
  /** When IRM was last asked with success; undefined where it cannot be. */
  askedAt: number | undefined;
  /** A person ended it. */
  isStopped: boolean;
  /** Whether the rule was seen at all, so that it can be missed. */
  wasThere: boolean;
  /** When the rule was seen to be gone, whoever deleted it. */
  endedAt: number | undefined;
}

type EndReason =
  | 'arrived'
  /** Grafana delivered it, and IRM cannot be asked. */
  | 'delivered'
  | 'elsewhere'
  | 'overdue'
  | 'stopped';

/** What the page is to show and to do. */
export type RealAlertPhase =
  | { kind: 'evaluating' | 'waiting' | 'arriving'; window: RealAlertWindow }
  /** The rule is to be deleted now. */
  | { kind: 'ending'; why: EndReason }
  /** The rule is gone; the resolved message is to close IRM's group. */
  | { kind: 'resolving'; group: AlertGroup; by: number }
  /** It did not, or none is sent: a person does. */
  | { kind: 'unresolved'; group: AlertGroup }
  | { kind: 'ended' };

/** What a test has shown. */
export type RealAlertOutcome =
  | { kind: 'arrived'; group: AlertGroup }
  | { kind: 'delivered'; by: string }
  /** Grafana says that it was delivered, and IRM shows nothing. */
  | { kind: 'notArrived'; by: string }
  | { kind: 'failed'; by: string; error: string }
  /** It went to others and not to the connection. */
  | { kind: 'elsewhere'; names: readonly string[] }
  | { kind: 'notSent'; isSuppressed: boolean }
  /** No alert was seen in Alertmanager. */
  | { kind: 'notRouted' }
  | { kind: 'notFired'; error: string | undefined }
  | { kind: 'brokenOff' };

type Begun = Pick<RealAlert, 'mark' | 'testId' | 'evaluation' | 'replicas' | 'targets' | 'sendsResolved'>;

/** A test that begins, or one that is known by its mark on the rule. */
export const realAlertFrom = (begun: Begun): RealAlert => ({
  ...begun,
  ...{ firedAt: undefined, ruleError: undefined, routedTo: undefined, routedAt: undefined, isSuppressed: false },
  ...{ deliveries: {}, group: undefined, isShared: false, askedAt: undefined, isStopped: false },
  ...{ wasThere: false, endedAt: undefined },
});

/**
 * @param asksIrm whether IRM can be asked; without it a delivery is all that can be known
 */
export function phaseOf(alert: RealAlert, now: number, asksIrm: boolean): RealAlertPhase {
  if (alert.endedAt !== undefined) {
    return afterEnd(alert, alert.endedAt, now);
  }
  const window = windowOf(alert.mark, alert.evaluation, alert.replicas);
  const why = endReason(alert, now, window, asksIrm);
  if (why) {
    return { kind: 'ending', why };
  }
  const isSent = toConnection(alert).some(({ delivery }) => delivery.error === undefined);
  return { kind: isSent ? 'arriving' : alert.firedAt === undefined ? 'evaluating' : 'waiting', window };
}

function endReason(
  alert: RealAlert,
  now: number,
  { deadline }: RealAlertWindow,
  asksIrm: boolean
): EndReason | undefined {
  if (alert.isStopped) {
    return 'stopped';
  }
  if (alert.group) {
    return 'arrived';
  }
  if (!asksIrm && toConnection(alert).some(({ delivery }) => delivery.error === undefined)) {
    return 'delivered';
  }
  if (isElsewhere(alert) && delivered(alert).length > 0) {
    return 'elsewhere';
  }
  return now > deadline ? 'overdue' : undefined;
}

function afterEnd(alert: RealAlert, endedAt: number, now: number): RealAlertPhase {
  const { group, isShared, sendsResolved, mark, evaluation } = alert;
  if (!group || group.state === 'resolved' || isShared) {
    return { kind: 'ended' };
  }
  const by = resolvedBy(endedAt, mark, evaluation);
  return sendsResolved && now <= by ? { kind: 'resolving', group, by } : { kind: 'unresolved', group };
}

const delivered = ({ deliveries, routedTo = [] }: RealAlert) =>
  routedTo.flatMap((name) => {
    const delivery = Object.hasOwn(deliveries, name) ? deliveries[name] : undefined;
    return delivery ? [{ name, delivery }] : [];
  });

/** Deliveries to the connection's own contact points. */
export const toConnection = (alert: RealAlert) => delivered(alert).filter(({ name }) => alert.targets.includes(name));

/** Whether Alertmanager leads it to others alone. */
export const isElsewhere = ({ routedTo, targets }: RealAlert): boolean =>
  routedTo !== undefined && routedTo.length > 0 && !routedTo.some((name) => targets.includes(name));

/** What the test has shown; undefined as long as that is open. */
export function outcomeOf(alert: RealAlert, now: number, asksIrm: boolean): RealAlertOutcome | undefined {
  if (alert.group) {
    return { kind: 'arrived', group: alert.group };
  }
  const phase = phaseOf(alert, now, asksIrm);
  if (phase.kind !== 'ended' && phase.kind !== 'ending') {
    return undefined;
  }
  const sent = toConnection(alert);
  const good = sent.find(({ delivery }) => delivery.error === undefined);
  if (good) {
    // That IRM shows nothing is only said of a look after the time was over.
    const { deadline } = windowOf(alert.mark, alert.evaluation, alert.replicas);
    const isAsked = alert.askedAt !== undefined && alert.askedAt >= deadline - ASKED_LATELY;
    return { kind: isAsked ? 'notArrived' : 'delivered', by: good.name };
  }
  const [bad] = sent;
  if (bad?.delivery.error !== undefined) {
    return { kind: 'failed', by: bad.name, error: bad.delivery.error };
  }
  const { deadline } = windowOf(alert.mark, alert.evaluation, alert.replicas);
  const isEarly = alert.isStopped || (alert.endedAt !== undefined && alert.endedAt < deadline);
  // Policies that were changed right before may still be taken over.
  if (isElsewhere(alert) && (!isEarly || delivered(alert).length > 0)) {
    return { kind: 'elsewhere', names: alert.routedTo ?? [] };
  }
  if (isEarly) {
    return { kind: 'brokenOff' };
  }
  if (alert.firedAt === undefined) {
    return { kind: 'notFired', error: alert.ruleError };
  }
  return alert.routedTo ? { kind: 'notSent', isSuppressed: alert.isSuppressed } : { kind: 'notRouted' };
}

/** Milliseconds before the deadline. */
const ASKED_LATELY = 15_000;
