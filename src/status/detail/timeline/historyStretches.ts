import { firingSpans, type FiringSpan } from '../../../connection/health/history';
import type { RuleStatus } from '../../../connection/port/grafanaPort';
import type { HeartbeatRule } from '../../../connection/model';
import type { History } from './useStateHistory';

/** Grafana's names in the state history for the states of a rule that changed nothing meanwhile. */
const PRESENT: Readonly<Record<RuleStatus['state'], string | undefined>> = {
  firing: 'Alerting',
  pending: 'Pending',
  inactive: 'Normal',
  unknown: undefined,
};

/** How a state bears on the beats: they leave, they do not, or they will soon. */
export type BeatEffect = 'beats' | 'silent' | 'soon';

export function beatEffectOf(state: string): BeatEffect {
  switch (state) {
    case 'Alerting':
    case 'Recovering':
      return 'beats';
    case 'Pending':
      return 'soon';
    default:
      return 'silent';
  }
}

/**
 * The rule's states over the last day. Whether a rule that came from `Normal` was there at all before cannot be told,
 * because every rule begins so; that stretch is left out. A rule without a change was in its present state all the time, as far back as
 * it fires; a paused one is said to be so.
 */
export function historyStretches(
  { changes, from, to }: Omit<History, 'isKept'>,
  rule: HeartbeatRule,
  status: RuleStatus | undefined
): FiringSpan[] {
  const spans = firingSpans(changes, from, to);
  const hasRun = status?.lastEvaluation !== undefined;
  const state = rule.isPaused ? 'Paused' : hasRun ? PRESENT[status.state] : undefined;
  if (spans.length > 0 || state === undefined) {
    return spans.filter((span, index) => index > 0 || span.state !== 'Normal' || spans.length === 1);
  }
  const since = state === 'Alerting' ? (status?.activeAt ?? from) : from;
  return since < to ? [{ state, from: Math.max(from, since), to }] : [];
}
