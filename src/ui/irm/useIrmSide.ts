import { useQuery } from '@tanstack/react-query';
import type { StatusMemory } from '../../connection/health/memory';
import type { IrmSide } from '../../connection/health/types';
import { heartbeatSide } from '../../connection/irm/heartbeatSide';
import type { Connection } from '../../connection/ownership/connections';
import { useServices } from '../data/services';
import { usePageVisible } from '../reading/usePageVisible';
import { askIrm } from './askIrm';
import { answerOf, type IrmFailure } from './irmFailure';
import { IRM_FRESH_MS, useIntegration } from './useIntegration';

/**
 * IRM's side of a heartbeat, which sees the beats of every replica; asked once a minute, and only where several
 * replicas are known of and the API is set up.
 */
export function useIrmSide(
  connection: Connection | undefined,
  memory: Pick<StatusMemory, 'severalReplicas'> | undefined
): IrmSide | undefined {
  const { irm } = useServices();
  const isVisible = usePageVisible();
  const isWanted = irm !== undefined && memory?.severalReplicas === true && connection?.rule !== undefined;
  const { found } = useIntegration(isWanted ? connection.endpoint : undefined);
  const integrationId = found?.kind === 'found' ? found.integration.id : undefined;
  const query = useQuery<IrmSide, IrmFailure>({
    queryKey: ['irm', 'heartbeat-side', integrationId],
    queryFn: () => answerOf(irm, (api) => askIrm(api, (asked) => heartbeatSide(asked, integrationId ?? ''))),
    enabled: isWanted && isVisible && integrationId !== undefined,
    staleTime: IRM_FRESH_MS,
    refetchInterval: IRM_FRESH_MS,
  });
  // What could not be read again is no judgement of now.
  return query.isError ? undefined : query.data;
}
