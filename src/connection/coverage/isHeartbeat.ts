import { CONNECTION_LABEL, ORIGIN, ORIGIN_LABEL, TEST_LABEL } from '../desired/objects';
import type { Receivers } from '../policies/receiver';
import type { AlertRule, LabelSet } from '../policies/types';

interface Known {
  labels: LabelSet;
  /** As its annotation tells, seconds. */
  heartbeatInterval: number | undefined;
  /** The contact point that it chooses itself; undefined when it follows the policies. */
  receiver: string | undefined;
}

/**
 * One of the plugin's heartbeats or tests, or a rule that somebody made by hand for the same: it tells IRM only that this
 * Grafana is alive, and is changed on the page of its connection alone. Not by its folder or group, to which people add
 * rules of their own.
 */
export function isHeartbeat({ labels, heartbeatInterval, receiver }: Known, receivers: Receivers): boolean {
  const target = receiver === undefined ? undefined : receivers(receiver);
  return (
    heartbeatInterval !== undefined ||
    labels[ORIGIN_LABEL] === ORIGIN ||
    [CONNECTION_LABEL, TEST_LABEL].some((label) => Object.hasOwn(labels, label)) ||
    (target?.kind === 'nobody' && target.why === 'heartbeat')
  );
}

/** The same of a rule in the list of all. */
export const isHeartbeatRule = (rule: AlertRule, receivers: Receivers): boolean =>
  isHeartbeat({ ...rule, receiver: rule.direct?.receiver }, receivers);
