import { useMemo } from 'react';
import type { AlertmanagerChoice } from '../../connection/port/grafanaPort';
import { overviewOf, type Overview } from '../../connection/health/overview';
import { useAlertmanagers } from '../../ui/reading/useAlertmanagers';
import { usePageVisible } from '../../ui/reading/usePageVisible';
import { useReading, type SharedReading } from '../../ui/reading/useReading';

export interface OverviewReading extends SharedReading {
  /** Every connection with its health, worst first. */
  overview: Overview | undefined;
  /** Undefined until it was read, which is only done when a beat is missing. */
  alertmanagers: AlertmanagerChoice | undefined;
}

const NOT_SILENT: readonly string[] = ['up', 'paused', 'none'];

/** The shared reading with every connection judged. */
export function useOverview(options?: { refreshMs?: number }): OverviewReading {
  const shared = useReading(options);
  const isVisible = usePageVisible();
  const { data } = shared;
  const isAnySilent = useMemo(
    () =>
      data !== undefined &&
      overviewOf({ ...data, shownAt: undefined }).rows.some(({ health }) => !NOT_SILENT.includes(health.state)),
    [data]
  );
  const alertmanagers = useAlertmanagers(isVisible && isAnySilent);
  const overview = useMemo(() => data && overviewOf({ ...data, alertmanagers }), [data, alertmanagers]);
  return { ...shared, overview, alertmanagers };
}
