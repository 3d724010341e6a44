import { useQueries, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { lacksIrmSide } from '../../connection/health/byTime';
import type { HealthReason, IrmSide } from '../../connection/health/types';
import { heartbeatSide, type SideReading } from '../../connection/irm/heartbeatSide';
import type { Connection } from '../../connection/ownership/connections';
import { useServices } from '../data/services';
import { usePageVisible } from '../reading/usePageVisible';
import { askIrm } from './askIrm';
import { answerOf, type IrmFailure } from './irmFailure';
import { IRM_FRESH_MS, useIntegration } from './useIntegration';
import { nextLookMs } from './useIrmReading';

/** A connection whose beats cannot be seen, and IRM's integration behind it. */
export interface UnseenBeats {
  connectionId: string;
  integrationId: string;
}

/**
 * IRM's side of heartbeats, which sees the beats of every replica, by the ids of their connections: one request a minute
 * for each on average, and nothing while IRM's API is not set up or nobody looks.
 */
export function useIrmSides(unseen: readonly UnseenBeats[]): ReadonlyMap<string, IrmSide> {
  const { irm } = useServices();
  const isVisible = usePageVisible();
  const ids = unseen.map(({ connectionId }) => connectionId).join(' ');
  const combine = useCallback(
    (results: Array<UseQueryResult<SideReading, IrmFailure>>) => {
      const known = new Map<string, IrmSide>();
      ids.split(' ').forEach((id, index) => {
        const result = results[index];
        // What could not be read again is no judgement of now, nor is what a page kept that nobody looked at.
        if (result?.data?.side && !result.isError && !result.isStale) {
          known.set(id, result.data.side);
        }
      });
      return known;
    },
    [ids]
  );
  return useQueries({
    queries: unseen.map(({ integrationId }): UseQueryOptions<SideReading, IrmFailure> => ({
      queryKey: ['irm', 'heartbeat-side', integrationId],
      queryFn: () => answerOf(irm, (api) => askIrm(api, (asked) => heartbeatSide(asked, integrationId))),
      enabled: irm !== undefined && isVisible,
      staleTime: ({ state: { data } }) => 2 * freshFor(data),
      refetchInterval: ({ state: { data, error } }) => nextLookMs(error?.error, freshFor(data)),
    })),
    combine,
  });
}

const freshFor = (reading: SideReading | undefined) => (reading?.requests ?? 1) * IRM_FRESH_MS;

/** IRM's side of one heartbeat; asked for only where its state is unknown without. */
export function useIrmSide(connection: Connection | undefined, reason: HealthReason | undefined): IrmSide | undefined {
  const { irm } = useServices();
  const isWanted = irm !== undefined && reason !== undefined && lacksIrmSide(reason);
  const { found } = useIntegration(isWanted ? connection?.endpoint : undefined);
  const connectionId = connection?.id ?? '';
  const integrationId = isWanted && found?.kind === 'found' ? found.integration.id : undefined;
  return useIrmSides(integrationId === undefined ? [] : [{ connectionId, integrationId }]).get(connectionId);
}
