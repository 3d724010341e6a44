import { useMemo } from 'react';
import type { AlertmanagerChoice } from '../../connection/port/grafanaPort';
import { lacksIrmSide } from '../../connection/health/byTime';
import { overviewOf, type Overview } from '../../connection/health/overview';
import { verdictOf, type Verdict } from '../../connection/health/verdict';
import { useDirectory } from '../../ui/irm/useDirectory';
import { useIrmSides } from '../../ui/irm/useIrmSide';
import { useAlertmanagers } from '../../ui/reading/useAlertmanagers';
import { usePageVisible } from '../../ui/reading/usePageVisible';
import { isAmongMany } from '../../ui/reading/pace';
import { useRouting } from '../../ui/reading/useRouting';
import { useReading, type SharedReading } from '../../ui/reading/useReading';

export interface OverviewReading extends SharedReading {
  /** Every connection with its health, worst first. */
  overview: Overview | undefined;
  /** The one answer for all of them. */
  verdict: Verdict | undefined;
  /** Undefined until it was read, which is only done when a beat is missing. */
  alertmanagers: AlertmanagerChoice | undefined;
}

const NOT_SILENT: readonly string[] = ['up', 'paused', 'none'];

/** IRM is asked of so many connections at most whose beats cannot be seen, the first ones of the list. */
const MOST_SIDES = 20;

/** The shared reading with every connection judged. */
export function useOverview(options?: { refreshMs?: number }): OverviewReading {
  const shared = useReading(options);
  const isVisible = usePageVisible();
  const { data } = shared;
  const bare = useMemo(() => data && overviewOf({ ...data, shownAt: undefined }), [data]);
  const isAnySilent = bare?.rows.some(({ health }) => !NOT_SILENT.includes(health.state)) ?? false;
  const alertmanagers = useAlertmanagers(isVisible && isAnySilent);
  const irmSides = useSidesOf(bare);
  const receiverUses = useRouting(bare !== undefined && bare.rows.length > 0, data && isAmongMany(data.reading));
  const overview = useMemo(
    () => data && overviewOf({ ...data, alertmanagers, irmSides, receiverUses }),
    [data, alertmanagers, irmSides, receiverUses]
  );
  const hasFailed = shared.error !== undefined;
  const verdict = useMemo(() => verdictOf({ overview, hasFailed }), [overview, hasFailed]);
  return { ...shared, overview, verdict, alertmanagers };
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
