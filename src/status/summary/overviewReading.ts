import { useMemo } from 'react';
import type { AlertmanagerChoice } from '../../connection/port/grafanaPort';
import { overviewOf, type Overview } from '../../connection/health/overview';
import type { IrmSide } from '../../connection/health/types';
import { verdictOf, type Verdict } from '../../connection/health/verdict';
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

export interface OverviewOptions {
  /** Milliseconds. */
  refreshMs?: number;
}

const NOT_SILENT: readonly string[] = ['up', 'paused', 'none'];

/** The shared reading with every connection judged by it alone. */
export function useBareOverview(options?: OverviewOptions) {
  const shared = useReading(options);
  const { data } = shared;
  const bare = useMemo(() => data && overviewOf({ ...data, shownAt: undefined }), [data]);
  return { shared, bare };
}

/** The same with every connection judged by all that is known. */
export function useJudgedOverview(
  { shared, bare }: ReturnType<typeof useBareOverview>,
  irmSides?: ReadonlyMap<string, IrmSide>
): OverviewReading {
  const isVisible = usePageVisible();
  const { data } = shared;
  const isAnySilent = bare?.rows.some(({ health }) => !NOT_SILENT.includes(health.state)) ?? false;
  const alertmanagers = useAlertmanagers(isVisible && isAnySilent);
  const receiverUses = useRouting(
    bare && bare.rows.length > 0 ? data?.reading : undefined,
    data && isAmongMany(data.reading)
  );
  const overview = useMemo(
    () => data && overviewOf({ ...data, alertmanagers, irmSides, receiverUses }),
    [data, alertmanagers, irmSides, receiverUses]
  );
  const hasFailed = shared.error !== undefined;
  const verdict = useMemo(() => verdictOf({ overview, hasFailed }), [overview, hasFailed]);
  return { ...shared, overview, verdict, alertmanagers };
}
