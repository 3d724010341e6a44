import { skipToken, useQuery } from '@tanstack/react-query';
import type { GrafanaReading } from '../../connection/reading/reading';
import type { ReceiverUses } from '../../connection/routing/alertRouting';
import { readRouting } from '../../connection/routing/readRouting';
import { useServices } from '../data/services';
import { usePageVisible } from './usePageVisible';

export const ROUTING_KEY = ['routing'];

/** Policies and rules of others change seldom; milliseconds. */
const EVERY_MS = 60_000;
/** Each costs half a kilobyte for every contact point. */
const EVERY_MS_AMONG_MANY = 300_000;

/**
 * Where alerts are routed, read once a minute while it is looked at, and again after any change of the plugin's own.
 * Undefined until it was read; what could not be read is unknown in it.
 *
 * @param reading undefined where it is not asked for
 */
export function useRouting(reading: GrafanaReading | undefined, isAmongMany = false): ReceiverUses | undefined {
  const { grafana } = useServices();
  const { data } = useQuery<ReceiverUses>({
    queryKey: ROUTING_KEY,
    queryFn: reading ? () => readRouting(grafana, reading) : skipToken,
    enabled: usePageVisible(),
    refetchInterval: isAmongMany ? EVERY_MS_AMONG_MANY : EVERY_MS,
    staleTime: EVERY_MS / 2,
    refetchOnWindowFocus: false,
  });
  return data;
}
