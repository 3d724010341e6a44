import { useQuery } from '@tanstack/react-query';
import type { GrafanaError, GrafanaPort } from '../../connection/grafanaPort';
import { FOLDER } from '../../connection/desired/objects';
import type { Connection } from '../../connection/observed/connections';
import { proofOf, type Proof } from '../../connection/proof';
import { success, type Result } from '../../connection/result';
import { calculateTiming } from '../../connection/timing/calculateTiming';
import { useServices } from '../../ui/services';

const EVERY_MS = 2000;

export interface LiveProof {
  proof: Proof;
  /** Server's time minus browser's, in milliseconds. */
  clockOffset: number;
}

/** Looks every two seconds, while the page is visible, how far rule and delivery have come. */
export function useProof(connection: Connection) {
  const { grafana } = useServices();
  const query = useQuery({
    queryKey: ['proof', connection.id],
    queryFn: () => readProof(grafana, connection),
    refetchInterval: EVERY_MS,
    enabled: connection.rule !== undefined,
  });
  const result = query.data;
  return {
    live: result?.ok ? result.value : undefined,
    error: result && !result.ok ? result.error : undefined,
  };
}

async function readProof(grafana: GrafanaPort, connection: Connection): Promise<Result<LiveProof, GrafanaError>> {
  const [rules, receivers] = await Promise.all([grafana.ruleStatuses(FOLDER.uid), grafana.receiverStatuses()]);
  if (!rules.ok) {
    return rules;
  }
  if (!receivers.ok) {
    return receivers;
  }
  const { rule, heartbeatContactPoint, interval = 0 } = connection;
  const gap = rule ? calculateTiming(rule, interval).gap?.greatest : undefined;
  const proof = proofOf(
    rules.value.value.find((status) => status.uid === rule?.uid),
    receivers.value.value.find((status) => status.name === heartbeatContactPoint?.name),
    gap
  );
  return success({ proof, clockOffset: receivers.value.serverTime - Date.now() });
}
