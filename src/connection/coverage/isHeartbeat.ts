import { CONNECTION_LABEL, FOLDER, ORIGIN, ORIGIN_LABEL } from '../desired/objects';
import type { Receivers } from './receiver';
import type { AlertRule, LabelSet } from './types';

interface Known {
  folderUid: string;
  labels: LabelSet;
  /** As its annotation tells, seconds. */
  heartbeatInterval: number | undefined;
  /** The contact point that it chooses itself; undefined when it follows the policies. */
  receiver: string | undefined;
}

/**
 * One of the plugin's heartbeats, or a rule that somebody made by hand for the same: it tells IRM only that this Grafana
 * is alive, and is changed on the page of its connection alone.
 */
export function isHeartbeat({ folderUid, labels, heartbeatInterval, receiver }: Known, receivers: Receivers): boolean {
  const target = receiver === undefined ? undefined : receivers(receiver);
  return (
    folderUid === FOLDER.uid ||
    heartbeatInterval !== undefined ||
    labels[ORIGIN_LABEL] === ORIGIN ||
    Object.hasOwn(labels, CONNECTION_LABEL) ||
    (target?.kind === 'nobody' && target.why === 'heartbeat')
  );
}

/** The same of a rule in the list of all. */
export const isHeartbeatRule = (rule: AlertRule, receivers: Receivers): boolean =>
  isHeartbeat({ ...rule, receiver: rule.direct?.receiver }, receivers);
