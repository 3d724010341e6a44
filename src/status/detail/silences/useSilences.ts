import { useQuery } from '@tanstack/react-query';
import { readSilences } from '../../../connection/actions/now';
import type { Silence } from '../../../connection/statusPort';
import { valueOrThrow, type QueryFailure } from '../../../ui/queryFailure';
import { useServices } from '../../../ui/services';

/** The silences that hold a heartbeat back, read only when there are some. */
export function useSilences(ids: readonly string[]) {
  const { status } = useServices();
  const query = useQuery<Silence[], QueryFailure>({
    queryKey: ['silences', ...ids],
    queryFn: async () => valueOrThrow(await readSilences(status, ids)),
    enabled: ids.length > 0,
    networkMode: 'always',
  });
  return { silences: query.data ?? [], error: query.error?.error, isLoading: query.isLoading };
}
