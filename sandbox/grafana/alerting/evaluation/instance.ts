import type { StoredRule } from '../rules/rule';
import type { ConditionResult } from './queries';

export type InstanceState = 'Normal' | 'Pending' | 'Alerting' | 'Recovering' | 'NoData' | 'Error';

/** The state of a rule's only series. Times are milliseconds of the clock. */
export interface Instance {
  state: InstanceState;
  reason: string;
  startsAt: number;
  endsAt: number;
  evaluatedAt: number;
  error?: string;
  values: Record<string, number>;
  types: Record<string, string>;
  resolvedAt?: number;
  lastSentAt?: number;
}

const FIRING: InstanceState[] = ['Alerting', 'NoData', 'Error', 'Recovering'];
/** An alert that is not sent again counts as resolved after four intervals, of 30 s at least. */
const LEAST_INTERVAL_MS = 30_000;
/** Firing alerts are sent to the Alertmanager again after this long (state.json: every third evaluation of 10 s). */
const RESEND_MS = 30_000;
const RESEND_RESOLVED_FOR_MS = 15 * 60_000;

export function isFiring(state: InstanceState): boolean {
  return FIRING.includes(state);
}

export function formatState({ state, reason }: Pick<Instance, 'state' | 'reason'>): string {
  return reason ? `${state} (${reason})` : state;
}

interface Verdict {
  state: 'Normal' | 'Alerting' | 'NoData' | 'Error';
  reason: string;
}

/** What the rule's settings make of a result. */
function verdictOf(rule: StoredRule, kind: ConditionResult['kind'], before: InstanceState): Verdict {
  if (kind === 'alerting' || kind === 'normal') {
    return { state: kind === 'alerting' ? 'Alerting' : 'Normal', reason: '' };
  }
  const [setting, own] =
    kind === 'error' ? [rule.execErrState, 'Error' as const] : [rule.noDataState, 'NoData' as const];
  switch (setting) {
    case 'Alerting':
      return { state: 'Alerting', reason: own };
    case 'OK':
      return { state: 'Normal', reason: kind === 'error' ? '' : own };
    case 'KeepLast':
      return {
        state: before === 'Alerting' || before === 'Pending' ? 'Alerting' : 'Normal',
        reason: `${own}, KeepLast`,
      };
    default:
      return { state: own, reason: '' };
  }
}

/** The state after an evaluation: pending period, keep firing and expiry as Grafana counts them. */
export function nextInstance(
  rule: StoredRule,
  before: Instance | undefined,
  result: ConditionResult,
  evaluatedAt: number
): Instance {
  const old = before?.state ?? 'Normal';
  const since = before?.startsAt ?? evaluatedAt;
  const verdict = verdictOf(rule, result.kind, old);
  const alive = evaluatedAt + 4 * Math.max(rule.intervalSeconds * 1000, LEAST_INTERVAL_MS);
  const measured = result.kind === 'alerting' || result.kind === 'normal';
  const base = {
    lastSentAt: before?.lastSentAt,
    resolvedAt: before?.resolvedAt,
    evaluatedAt,
    values: measured ? result.values : {},
    types: measured ? result.types : {},
    error: result.kind === 'error' && rule.execErrState !== 'OK' ? result.error : undefined,
  };
  const enter = (state: InstanceState, reason = verdict.reason, endsAt = alive): Instance => ({
    ...base,
    state,
    reason,
    startsAt: evaluatedAt,
    endsAt,
    resolvedAt: isFiring(state) ? undefined : base.resolvedAt,
  });
  const stay = (endsAt = alive): Instance => ({ ...base, state: old, reason: verdict.reason, startsAt: since, endsAt });

  if (verdict.state === 'Normal') {
    if (old === 'Normal' && before) {
      return stay(before.endsAt);
    }
    if (old === 'Alerting' && rule.keepFiringMs > 0) {
      return enter('Recovering');
    }
    if (old === 'Recovering' && evaluatedAt - since < rule.keepFiringMs) {
      return stay();
    }
    return {
      ...enter('Normal', verdict.reason, evaluatedAt),
      resolvedAt: isFiring(old) ? evaluatedAt : base.resolvedAt,
    };
  }
  if (old === verdict.state) {
    return stay();
  }
  if (old === 'Pending') {
    return evaluatedAt - since >= rule.pendingMs ? enter(verdict.state) : stay();
  }
  return old !== 'Recovering' && rule.pendingMs > 0 ? enter('Pending') : enter(verdict.state);
}

/** Whether the Alertmanager is to be told, first or again. */
export function needsSending({ state, resolvedAt, lastSentAt }: Instance, now: number): boolean {
  if (state === 'Pending') {
    return false;
  }
  if (resolvedAt !== undefined && (lastSentAt === undefined || resolvedAt > lastSentAt)) {
    return true;
  }
  if (state === 'Normal' && (resolvedAt === undefined || now - resolvedAt > RESEND_RESOLVED_FOR_MS)) {
    return false;
  }
  return lastSentAt === undefined || lastSentAt + RESEND_MS <= now;
}
