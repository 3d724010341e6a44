import { t } from '@grafana/i18n';
import { useEffect } from 'react';
import { planEndOfRealAlerts, realAlertsIn } from '../../../connection/real-alert/plans';
import type { ReadingData } from '../../../ui/reading/useReading';
import { toast } from '../../../ui/toast';
import { useApplyPlan } from '../../../ui/useApplyPlan';
import { useMissingRights } from '../../../ui/useMissingRights';

/**
 * Ends real alerts whose time is over, on pages that do not list them. Tried once per visit, and told only when it
 * succeeded: what stays is shown on the list of connections, with the reason.
 */
export default function EndLeftRealAlerts({ data: { reading } }: { data: ReadingData }) {
  const left = realAlertsIn(reading, reading.serverTime).filter(({ isLeft }) => isLeft);
  const plan = planEndOfRealAlerts(
    left.map(({ rule }) => rule),
    reading
  );
  const missing = useMissingRights(plan);
  const run = useApplyPlan(
    (outcome) => {
      if (outcome.result === 'applied') {
        toast(t('real-alert.left.done', 'A test alert that was left behind was cleaned up'));
      }
    },
    { isByItself: true }
  );
  const isToEnd = left.length > 0 && missing.length === 0 && !run.isRunning && run.outcome === undefined;
  useEffect(() => {
    if (isToEnd) {
      run.apply(plan);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once; what fails is tried again by a person
  }, [isToEnd]);
  return null;
}
