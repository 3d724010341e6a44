import { useMemo } from 'react';
import { checklist } from '../../../connection/health/checklist/checklist';
import { healthOf } from '../../../connection/health/healthOf';
import type { ChecklistItem } from '../../../connection/health/checklist/types';
import type { Health } from '../../../connection/health/types';
import type { HeartbeatRule } from '../../../connection/model';
import { connectionWithId, type Connection } from '../../../connection/ownership/connections';
import { nameOf } from '../../../connection/ownership/nameOf';
import { alertRoutingOf, type AlertRouting } from '../../../connection/routing/alertRouting';
import { useFirstReading } from '../../../ui/reading/firstReading';
import { useAlertmanagers } from '../../../ui/reading/useAlertmanagers';
import { useIrmSide } from '../../../ui/irm/useIrmSide';
import { usePageVisible } from '../../../ui/reading/usePageVisible';
import { useRouting } from '../../../ui/reading/useRouting';
import { useReading, type ReadingData } from '../../../ui/reading/useReading';

export interface Live {
  connection: Connection;
  data: ReadingData;
  health: Health;
  items: ChecklistItem[];
  /** Whether alerts are sent to it, the other half beside its heartbeat. */
  routing: AlertRouting;
  /** Ids of the silences that suppress the heartbeat. */
  silences: readonly string[];
}

const NONE: readonly string[] = [];
const NO_RULES: readonly HeartbeatRule[] = [];

/**
 * One connection out of the shared reading, judged and checked. `live` is undefined when Grafana no longer has it. Its
 * name comes with the contact points, before the first reading is complete.
 */
export function useLive(connectionId: string) {
  const { data, error, isRefreshing, refresh } = useReading();
  const alertmanagers = useAlertmanagers(usePageVisible());
  const bare = useMemo(() => {
    const connection = data && connectionWithId(connectionId, data.reading);
    return connection && { connection, reason: healthOf({ ...data, shownAt: undefined, connection }).reason };
  }, [connectionId, data]);
  const irmSide = useIrmSide(bare?.connection, bare?.reason);
  const receiverUses = useRouting(bare && data?.reading);
  const live = useMemo((): Live | undefined => {
    const connection = data && connectionWithId(connectionId, data.reading);
    if (!connection) {
      return undefined;
    }
    const { reading, memory, driftOf, replicas, shownAt } = data;
    const input = { connection, reading, memory, driftOf, replicas, shownAt, alertmanagers, irmSide, receiverUses };
    const items = checklist(input);
    const silence = items.find((item) => item.id === 'silence');
    const routing = alertRoutingOf(connection, receiverUses, reading);
    return { connection, data, health: healthOf(input), items, routing, silences: silence?.data.silences ?? NONE };
  }, [connectionId, data, alertmanagers, irmSide, receiverUses]);
  const early = useNameBefore(connectionId);
  return { live, name: live ? nameOf(live.connection) : data ? undefined : early, data, error, isRefreshing, refresh };
}

/** The name as the contact points alone tell it, which no rule changes. */
function useNameBefore(connectionId: string): string | undefined {
  const { integrations } = useFirstReading();
  const connection = integrations && connectionWithId(connectionId, { integrations, rules: NO_RULES });
  return connection && nameOf(connection);
}
