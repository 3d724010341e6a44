import { whyRuleUnread } from '../../connection/health/notRead';
import { proofOf } from '../../connection/health/proof';
import type { Connection } from '../../connection/ownership/connections';
import type { ReadingData } from '../../ui/reading/useReading';

interface HeartbeatSeen {
  /** A heartbeat is known to have been delivered, and none failed since; undefined where that could not be read. */
  isBeating: boolean | undefined;
  /** Whether there is a rule could not be read. */
  isRuleUnread: boolean;
}

/** How far the heartbeat of a connection is known to have come; `since` as in `HealthInput`. */
export function heartbeatSeen(
  connection: Connection | undefined,
  { reading, memory, driftOf, replicas }: ReadingData,
  since: number | undefined
): HeartbeatSeen {
  if (connection?.rule) {
    const { delivery } = proofOf({ connection, since, reading, memory, driftOf, replicas });
    return { isBeating: delivery === 'notRead' ? undefined : delivery === 'delivered', isRuleUnread: false };
  }
  const isRuleUnread = connection !== undefined && whyRuleUnread(connection, reading) !== undefined;
  return { isBeating: isRuleUnread ? undefined : false, isRuleUnread };
}
