import { useQuery } from '@tanstack/react-query';
import { readSilences } from '../../../connection/actions/silences';
import type { Silence } from '../../../connection/port/grafanaPort';
import { valueOrThrow, type QueryFailure } from '../../../ui/data/queryFailure';
import { useServices } from '../../../ui/data/services';

/** The silences that hold a heartbeat back, read only when there are some. */
export function useSilences(ids: readonly string[]) {
  const { grafana } = useServices();
  const query = useQuery<Silence[], QueryFailure>({
    queryKey: ['silences', ...ids],
    queryFn: async () => valueOrThrow(await readSilences(grafana, ids)),
    enabled: ids.length > 0,
  });
  return { silences: query.data ?? [], error: query.error?.error, isLoading: query.isLoading };
}
