import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { GrafanaError } from '../connection/grafanaPort';
import type { ObservedObjects } from '../connection/model';
import { observe } from '../connection/observed/observe';
import { useServices } from './services';

/** Carries a `GrafanaError` where an exception is expected. */
class QueryFailure extends Error {
  constructor(readonly error: GrafanaError) {
    super(error.message);
  }
}

const QUERY_KEY = ['observed-objects'];

/** Grafana's objects as far as connections are concerned. After a failed refresh the last ones stay, beside the error. */
export function useObserved() {
  const { grafana } = useServices();
  const queryClient = useQueryClient();
  const query = useQuery<ObservedObjects, QueryFailure>({
    queryKey: QUERY_KEY,
    queryFn: async () => {
      const result = await observe(grafana);
      if (!result.ok) {
        throw new QueryFailure(result.error);
      }
      return result.value;
    },
  });
  const refresh = useCallback(() => queryClient.refetchQueries({ queryKey: QUERY_KEY }), [queryClient]);
  return {
    observed: query.data,
    error: query.error?.error,
    isRefreshing: query.isFetching,
    refresh,
  };
}
