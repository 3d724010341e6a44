import { useQuery } from '@tanstack/react-query';
import type { AlertmanagerChoice } from '../connection/statusPort';
import { valueOrThrow, type QueryFailure } from '../ui/queryFailure';
import { useServices } from '../ui/services';

/** An administrator's choice that seldom changes; milliseconds. */
const FRESH_MS = 300_000;

/** Where this Grafana sends its alerts. A failure leaves it unknown, which is no trouble by itself. */
export function useAlertmanagers(isWanted: boolean): AlertmanagerChoice | undefined {
  const { status } = useServices();
  const query = useQuery<AlertmanagerChoice, QueryFailure>({
    queryKey: ['alertmanagers'],
    queryFn: async () => valueOrThrow(await status.alertmanagerChoice()),
    enabled: isWanted,
    staleTime: FRESH_MS,
    refetchOnWindowFocus: false,
    networkMode: 'always',
  });
  return query.data;
}
