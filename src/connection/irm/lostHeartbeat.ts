import type { AlertGroup } from './irmPort';

/** What IRM's own alert about a heartbeat says: that beats stay away, or that they came again. */
export type HeartbeatNews = 'lost' | 'restored';

/** IRM's names for its alert where alerts have labels; products are renamed, so any of theirs will do. */
const OUR_NAME = /^(oncall|irm|amixr|grafana\w*)heart_?beat_?missing$/i;
/** A person's rule may well be called so, too, but comes from somewhere: its message names a receiver. */
const ANY_NAME = /heart_?beat_?missing$/i;
const MARK = /^is_\w+_heartbeat$/;
const RESTORED_MARK = /^is_\w+_heartbeat_restored$/;

/**
 * Reads IRM's own alert about a heartbeat, whose form goes by the type of the integration (oncall-2026-01,
 * 18-heartbeat-alerts.json): marked by a field, or, for type Alertmanager, by the name of the alert. Undefined for
 * every other alert.
 */
export function heartbeatNews(payload: unknown): HeartbeatNews | undefined {
  if (!isRecord(payload)) {
    return undefined;
  }
  if (hasTrue(payload, MARK)) {
    return hasTrue(payload, RESTORED_MARK) ? 'restored' : 'lost';
  }
  if (isNamedSo(payload)) {
    return payload['status'] === 'resolved' ? 'restored' : 'lost';
  }
  return undefined;
}

/** Whether IRM raised an alert group itself about a lost heartbeat; one that is restored by now included. */
export const isLostHeartbeat = ({ lastAlert }: Pick<AlertGroup, 'lastAlert'>): boolean =>
  heartbeatNews(lastAlert.payload) !== undefined;

function isNamedSo({ groupLabels, commonLabels, receiver }: Record<string, unknown>): boolean {
  const name = nameIn(groupLabels) ?? nameIn(commonLabels);
  if (name === undefined) {
    return false;
  }
  const isFromNowhere = receiver === '' || receiver === undefined || receiver === null;
  return OUR_NAME.test(name) || (isFromNowhere && ANY_NAME.test(name));
}

const nameIn = (labels: unknown): string | undefined =>
  isRecord(labels) && typeof labels['alertname'] === 'string' ? labels['alertname'] : undefined;

const hasTrue = (payload: Record<string, unknown>, name: RegExp) =>
  Object.entries(payload).some(([key, value]) => value === true && name.test(key));

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
