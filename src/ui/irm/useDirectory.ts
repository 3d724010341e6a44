import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { integrationIn, readDirectory, type Directory } from '../../connection/irm/directory';
import type { IntegrationOfEndpoint } from '../../connection/irm/findIntegration';
import type { IrmError } from '../../connection/irm/irmPort';
import type { Connection } from '../../connection/ownership/connections';
import { useServices } from '../data/services';
import { usePageVisible } from '../reading/usePageVisible';
import { askIrm } from './askIrm';
import { answerOf, type IrmFailure } from './irmFailure';
import { IRM_FRESH_MS, integrationKey } from './useIntegration';
import { nextLookMs } from './useIrmReading';

export type KnownInIrm = (connection: Pick<Connection, 'id' | 'endpoint'>) => IntegrationOfEndpoint | undefined;

export interface DirectoryReading {
  /** The same function until IRM has answered anew. */
  knownInIrm: KnownInIrm;
  /** Why nothing, or nothing newer, is known. */
  error: IrmError | undefined;
  /** IRM is asked for the first time and has not answered yet. */
  isAwaited: boolean;
  isReading: boolean;
  retry(): void;
}

/** What IRM knows of many connections at once, for whom that is no error without an answer: nothing is known then. */
export const useDirectory = (isWanted: boolean): KnownInIrm => useDirectoryReading(isWanted).knownInIrm;

/**
 * What IRM knows of many connections at once: three requests a minute at most, and beyond the first 300 integrations
 * only what a page of one connection has read.
 */
export function useDirectoryReading(isWanted: boolean): DirectoryReading {
  const { irm } = useServices();
  const isVisible = usePageVisible();
  const client = useQueryClient();
  const { data, error, isLoading, isFetching, refetch } = useQuery<Directory, IrmFailure>({
    queryKey: ['irm', 'directory'],
    queryFn: () => answerOf(irm, (api) => askIrm(api, readDirectory)),
    enabled: irm !== undefined && isWanted && isVisible,
    staleTime: IRM_FRESH_MS,
    refetchInterval: ({ state: { error } }) => nextLookMs(error?.error, IRM_FRESH_MS),
  });
  const knownInIrm = useCallback<KnownInIrm>(
    ({ id, endpoint }) => {
      const listed = data && integrationIn(data, endpoint);
      return listed && listed.kind !== 'notSearched'
        ? listed
        : client.getQueryData<IntegrationOfEndpoint>(integrationKey(id));
    },
    [data, client]
  );
  return {
    knownInIrm,
    error: error?.error,
    isAwaited: isLoading,
    isReading: isFetching,
    retry: () => void refetch(),
  };
}
