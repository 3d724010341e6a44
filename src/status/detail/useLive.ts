import { useMemo } from 'react';
import { checklist } from '../../connection/health/checklist/checklist';
import { healthOf } from '../../connection/health/healthOf';
import type { ChecklistItem } from '../../connection/health/checklist/types';
import type { Health } from '../../connection/health/types';
import { connectionsOf, type Connection } from '../../connection/observed/connections';
import { useStatus, type StatusData } from '../useStatus';

export interface Live {
  connection: Connection;
  data: StatusData;
  health: Health;
  items: ChecklistItem[];
  /** Ids of the silences that hold the beats back. */
  silences: readonly string[];
}

const NONE: readonly string[] = [];

/** One connection out of the shared reading, judged and checked. `live` is undefined when Grafana no longer has it. */
export function useLive(connectionId: string) {
  const { data, alertmanagers, error, isRefreshing, refresh } = useStatus({ wantsAlertmanagers: true });
  const live = useMemo((): Live | undefined => {
    const connection = data && connectionsOf(data.snapshot.observed).find(({ id }) => id === connectionId);
    if (!connection) {
      return undefined;
    }
    const { snapshot, memory } = data;
    const input = { connection, snapshot, memory, alertmanagers };
    const items = checklist(input);
    const silence = items.find((item) => item.id === 'silence');
    return { connection, data, health: healthOf(input), items, silences: silence?.data.silences ?? NONE };
  }, [connectionId, data, alertmanagers]);
  return { live, data, error, isRefreshing, refresh };
}
