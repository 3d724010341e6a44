import type { ReceiverStatus, RuleStatus } from './grafanaPort';

/** How far a heartbeat has come, from rule to delivered beat. Times are epoch milliseconds of the server's clock. */
export interface Proof {
  rule: 'waiting' | 'pending' | 'firing' | 'paused' | 'failing' | 'notFiring';
  /** Since when the rule fires. */
  firingSince: number | undefined;
  /** What the rule's evaluation complained of. */
  ruleError: string | undefined;
  delivery: 'waiting' | 'delivered' | 'failed';
  /** When Grafana last tried to deliver a beat. */
  lastAttempt: number | undefined;
  deliveryError: string | undefined;
  /** When the next beat is due at the latest. */
  nextExpected: number | undefined;
}

/**
 * Reads the proof of a heartbeat out of what Grafana says of rule and contact point.
 *
 * `delivered` means that Grafana's last attempt was answered with 2xx. Both statuses live in the memory of one
 * replica and start empty after a restart (Grafana 12.3.0 and 12.4.0, recordings `state.json` and `ruler.json`),
 * so `waiting` never means that there was no beat, only that this replica has not seen one yet.
 *
 * @param greatestGap greatest time between two beats in seconds, see `calculateTiming`; undefined when it is not known
 */
export function proofOf(
  ruleStatus: RuleStatus | undefined,
  receiver: ReceiverStatus | undefined,
  greatestGap: number | undefined
): Proof {
  const webhook = newestWebhook(receiver);
  const delivered = webhook?.lastAttempt !== undefined && webhook.lastError === undefined;
  return {
    rule: ruleStage(ruleStatus),
    firingSince: ruleStatus?.state === 'firing' ? ruleStatus.activeAt : undefined,
    ruleError: ruleStatus?.lastError,
    delivery: webhook?.lastAttempt === undefined ? 'waiting' : delivered ? 'delivered' : 'failed',
    lastAttempt: webhook?.lastAttempt,
    deliveryError: webhook?.lastError,
    nextExpected:
      delivered && webhook.lastAttempt !== undefined && greatestGap !== undefined
        ? webhook.lastAttempt + greatestGap * 1000
        : undefined,
  };
}

function newestWebhook(receiver: ReceiverStatus | undefined) {
  return receiver?.integrations
    .filter((integration) => integration.type === 'webhook')
    .reduce<ReceiverStatus['integrations'][number] | undefined>(
      (newest, integration) => ((integration.lastAttempt ?? 0) > (newest?.lastAttempt ?? -1) ? integration : newest),
      undefined
    );
}

function ruleStage(status: RuleStatus | undefined): Proof['rule'] {
  if (!status) {
    return 'waiting';
  }
  if (status.isPaused) {
    return 'paused';
  }
  if (status.health === 'error') {
    return 'failing';
  }
  if (status.state === 'firing' || status.state === 'pending') {
    return status.state;
  }
  // Grafana shows a rule that was never evaluated as inactive.
  return status.lastEvaluation === undefined ? 'waiting' : 'notFiring';
}
