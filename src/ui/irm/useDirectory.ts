import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { integrationIn, readDirectory, type Directory } from '../../connection/irm/directory';
import type { IntegrationOfEndpoint } from '../../connection/irm/findIntegration';
import type { Connection } from '../../connection/ownership/connections';
import { useServices } from '../data/services';
import { usePageVisible } from '../reading/usePageVisible';
import { askIrm } from './askIrm';
import { answerOf, type IrmFailure } from './irmFailure';
import { IRM_FRESH_MS, integrationKey } from './useIntegration';
import { nextLookMs } from './useIrmReading';

export type KnownInIrm = (connection: Pick<Connection, 'id' | 'endpoint'>) => IntegrationOfEndpoint | undefined;

/**
 * What IRM knows of many connections at once: three requests a minute at most, and beyond the first 300 integrations
 * only what a page of one connection has read. Without an answer nothing is known; that is no error here. The function
 * is the same one until IRM has answered anew.
 */
export function useDirectory(isWanted: boolean): KnownInIrm {
  const { irm } = useServices();
  const isVisible = usePageVisible();
  const client = useQueryClient();
  const { data } = useQuery<Directory, IrmFailure>({
    queryKey: ['irm', 'directory'],
    queryFn: () => answerOf(irm, (api) => askIrm(api, readDirectory)),
    enabled: irm !== undefined && isWanted && isVisible,
    staleTime: IRM_FRESH_MS,
    refetchInterval: ({ state: { error } }) => nextLookMs(error?.error, IRM_FRESH_MS),
  });
  return useCallback(
    ({ id, endpoint }) => {
      const listed = data && integrationIn(data, endpoint);
      return listed && listed.kind !== 'notSearched'
        ? listed
        : client.getQueryData<IntegrationOfEndpoint>(integrationKey(id));
    },
    [data, client]
  );
}
