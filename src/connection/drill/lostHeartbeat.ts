import type { AlertGroup } from '../irm/irmPort';

/** Name that IRM gives its own alert of a lost heartbeat, where alerts have labels (05-heartbeat-timeline.json). */
const ALERT_NAME = 'OnCallHeartBeatMissing';

/** Whether IRM raised an alert group itself because a heartbeat was lost; one that is restored by now included. */
export function isLostHeartbeat({ lastAlert }: Pick<AlertGroup, 'lastAlert'>): boolean {
  const { payload } = lastAlert;
  if (!isRecord(payload)) {
    return false;
  }
  const { groupLabels } = payload;
  return payload['is_oncall_heartbeat'] === true || (isRecord(groupLabels) && groupLabels['alertname'] === ALERT_NAME);
}

/**
 * Whether an alert group holds nothing but the news that beats came again. Templates that do not put it where the loss
 * stands make a group of its own of it.
 */
export function isRecoveryAlone({ alertsCount, lastAlert: { payload } }: AlertGroup): boolean {
  const isRecovery =
    isRecord(payload) && (payload['is_oncall_heartbeat_restored'] === true || payload['status'] === 'resolved');
  return isRecovery && alertsCount <= 1;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
