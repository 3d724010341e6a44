import { useQuery } from '@tanstack/react-query';
import type { AlertmanagerChoice } from '../../connection/port/grafanaPort';
import { isAwaited } from '../data/isAwaited';
import { valueOrThrow, type QueryFailure } from '../data/queryFailure';
import { useServices } from '../data/services';

/** An administrator's choice that seldom changes; milliseconds. */
const FRESH_MS = 300_000;

/** Where this Grafana sends its alerts. A failure leaves it unknown, which is no trouble by itself. */
export const useAlertmanagers = (isWanted: boolean): AlertmanagerChoice | undefined =>
  useAlertmanagersReading(isWanted).alertmanagers;

/** The same, for whoever tells nothing before it was answered. */
export function useAlertmanagersReading(isWanted: boolean) {
  const { grafana } = useServices();
  const query = useQuery<AlertmanagerChoice, QueryFailure>({
    queryKey: ['alertmanagers'],
    queryFn: async () => valueOrThrow(await grafana.alertmanagerChoice()),
    enabled: isWanted,
    staleTime: FRESH_MS,
    refetchOnWindowFocus: false,
  });
  return { alertmanagers: query.data, isAwaited: isAwaited(query) };
}
