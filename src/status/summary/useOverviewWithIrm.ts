import { lacksIrmSide } from '../../connection/health/byTime';
import type { Overview } from '../../connection/health/overview';
import { useDirectory } from '../../ui/irm/useDirectory';
import { useIrmSides } from '../../ui/irm/useIrmSide';
import { useBareOverview, useJudgedOverview, type OverviewOptions, type OverviewReading } from './overviewReading';

/** IRM is asked of so many connections at most whose beats cannot be seen, the first ones of the list. */
const MOST_SIDES = 20;

/** Every connection, with IRM's side of those that Grafana cannot tell of. In files of its own, as most have no API set up. */
export function useOverviewWithIrm(options?: OverviewOptions): OverviewReading {
  const reading = useBareOverview(options);
  return useJudgedOverview(reading, useSidesOf(reading.bare));
}

/** IRM's side of the connections whose state is unknown without it. */
function useSidesOf(overview: Overview | undefined) {
  const unseen = overview?.rows.filter(({ health }) => lacksIrmSide(health.reason)).slice(0, MOST_SIDES) ?? [];
  const knownInIrm = useDirectory(unseen.length > 0);
  return useIrmSides(
    unseen.flatMap(({ connection }) => {
      const found = knownInIrm(connection);
      return found?.kind === 'found' ? [{ connectionId: connection.id, integrationId: found.integration.id }] : [];
    })
  );
}
