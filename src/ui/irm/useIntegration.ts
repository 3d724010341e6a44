import { useQuery } from '@tanstack/react-query';
import { connectionId } from '../../connection/endpoint/identity';
import { findIntegration, type IntegrationOfEndpoint } from '../../connection/irm/findIntegration';
import type { IrmError } from '../../connection/irm/irmPort';
import type { Endpoint } from '../../connection/model';
import { useServices } from '../data/services';
import { valueOrThrow } from '../data/queryFailure';
import type { IrmFailure } from './irmFailure';
import { knownIntegrationId, rememberIntegrationId } from './knownIntegrations';

/** What was read of IRM is taken for current for so long, in milliseconds. */
export const IRM_FRESH_MS = 60_000;

export const integrationKey = (connection: string) => ['irm', 'integration', connection] as const;

export interface IntegrationReading {
  /** Undefined while it is read for the first time, and without IRM's API. */
  found: IntegrationOfEndpoint | undefined;
  error: IrmError | undefined;
  isReading: boolean;
  refresh(): Promise<unknown>;
}

/** IRM's integration behind an endpoint, read once a minute at most and shared by all that show it. */
export function useIntegration(endpoint: Endpoint | undefined): IntegrationReading {
  const { irm } = useServices();
  const id = endpoint ? connectionId(endpoint) : '';
  const query = useQuery<IntegrationOfEndpoint, IrmFailure>({
    queryKey: integrationKey(id),
    queryFn: async () => {
      if (!irm || !endpoint) {
        throw new Error('asked for only when both are there');
      }
      const found = valueOrThrow(await findIntegration(irm, endpoint, knownIntegrationId(id)));
      if (found.kind === 'found') {
        rememberIntegrationId(id, found.integration.id);
      }
      return found;
    },
    enabled: irm !== undefined && endpoint !== undefined,
    staleTime: IRM_FRESH_MS,
    refetchInterval: IRM_FRESH_MS,
  });
  return { found: query.data, error: query.error?.error, isReading: query.isFetching, refresh: query.refetch };
}
