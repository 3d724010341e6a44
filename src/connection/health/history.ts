import type { StateChange } from '../port/grafanaPort';

/** A stretch of time in one state; epoch milliseconds. */
export interface FiringSpan {
  state: string;
  from: number;
  to: number;
}

/** Grafana writes the end of the state before a change and the begin of the new one up to this much apart. */
const SAME_MOMENT = 1_000;

/**
 * Turns a rule's state changes (oldest first) into stretches between two times, epoch milliseconds. Nothing is said
 * of the time before the first change beyond the state that it came from; without any change there are no stretches,
 * because Grafana writes only changes: the rule was in its present state all the time.
 *
 * Saving a rule that fires makes two entries at once: the new state begins (`Alerting`), then the old one ends
 * (`Normal (Updated)`), in this order (measured on 12.4.0). The second is no change of the rule.
 */
export function firingSpans(changes: readonly StateChange[], from: number, to: number): FiringSpan[] {
  const real = changes.filter((change, index) => {
    const before = changes[index - 1];
    const endsOldState = change.note === 'Updated' && before !== undefined && change.at - before.at <= SAME_MOMENT;
    return !(endsOldState && before.next !== 'Normal');
  });
  const [first] = real;
  if (!first) {
    return [];
  }
  const spans: FiringSpan[] = [{ state: first.previous, from, to: first.at }];
  real.forEach((change, index) => {
    spans.push({ state: change.next, from: change.at, to: real[index + 1]?.at ?? to });
  });
  return spans
    .map((span) => ({ ...span, from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((span) => span.from < span.to)
    .reduce<FiringSpan[]>(joined, []);
}

/** Joins stretches of the same state. */
function joined(spans: FiringSpan[], span: FiringSpan): FiringSpan[] {
  const last = spans.at(-1);
  return last?.state === span.state && last.to === span.from
    ? [...spans.slice(0, -1), { ...last, to: span.to }]
    : [...spans, span];
}
