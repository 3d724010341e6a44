import { useQuery } from '@tanstack/react-query';
import { readSurroundings, type Surroundings } from '../../../connection/reading/uses';
import { valueOrThrow, type QueryFailure } from '../../../ui/data/queryFailure';
import { useServices } from '../../../ui/data/services';

/**
 * Who uses these contact points and what the folder holds, read anew whenever a removal is looked at.
 * @param plannedOn the server's time of the reading that the removal is planned on, epoch milliseconds
 */
export function useSurroundings(names: readonly string[], plannedOn: number) {
  const { grafana } = useServices();
  const query = useQuery<Surroundings, QueryFailure>({
    queryKey: ['surroundings', plannedOn, ...names],
    queryFn: async () => valueOrThrow(await readSurroundings(grafana, names)),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  return {
    surroundings: query.data,
    error: query.error?.error,
    isReading: query.isFetching,
    retry: () => void query.refetch(),
  };
}
