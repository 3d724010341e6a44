import { useQuery } from '@tanstack/react-query';
import type { IrmError, IrmIntegration } from '../../connection/irm/irmPort';
import { useServices } from '../data/services';
import { answerOf, type IrmFailure } from './irmFailure';
import { IRM_FRESH_MS } from './useIntegration';
import { integrationByIdKey } from './useKeepIntegration';

/** One integration of IRM; `notFound` when it was deleted. Nothing is asked for without an id. */
export function useIntegrationById(id: string | undefined) {
  const { irm } = useServices();
  const query = useQuery<IrmIntegration, IrmFailure>({
    queryKey: integrationByIdKey(id ?? ''),
    queryFn: () => {
      if (id === undefined) {
        throw new Error('asked for only with an id');
      }
      return answerOf(irm, (api) => api.getIntegration(id));
    },
    enabled: irm !== undefined && id !== undefined,
    staleTime: IRM_FRESH_MS,
  });
  const error: IrmError | undefined = query.error?.error;
  return { integration: query.data, error, isReading: query.isFetching, retry: () => void query.refetch() };
}
