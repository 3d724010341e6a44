import { t } from '@grafana/i18n';
import { useState } from 'react';
import type { GrafanaError } from '../connection/port/grafanaPort';
import { applyRouting, applyRule, undoRouting, type RoutingUndo } from '../connection/route-alerts/applyRouting';
import { useServices } from '../ui/data/services';
import { toast } from '../ui/toast';
import { useIsHere } from '../ui/useIsHere';
import { useTellLeft } from '../ui/useTellLeft';
import type { RoutePlan } from './useRoutePlan';
import { useReadRoutingAgain } from './useRoutingData';

export interface Done {
  title: string;
  /** A way back, where nobody changed the same since. */
  undo: RoutingUndo | undefined;
  /** It failed, as far as is known. */
  isUncertain?: boolean;
}

/** Nobody knows whether it was done; a way back is as good as after a success, as it looks for itself. */
const uncertain = (undo: RoutingUndo | undefined): Done | undefined =>
  undo && { title: t('ui.apply-failure.uncertain', 'May have been done'), undo, isUncertain: true };

/** Carries out a plan, and takes it back. */
export function useApplyRouting() {
  const { grafana } = useServices();
  const readAgain = useReadRoutingAgain();
  const isHere = useIsHere();
  const tellLeft = useTellLeft();
  const [isRunning, setRunning] = useState(false);
  const [isReadingAgain, setReadingAgain] = useState(false);
  const [done, setDone] = useState<Done>();
  const [error, setError] = useState<GrafanaError>();

  /** @param kept what a failure leaves as it was: a way back that failed is there to be tried again */
  async function run(title: string, act: () => ReturnType<typeof undoRouting<GrafanaError>>, kept?: Done) {
    const before = kept === undefined && done?.isUncertain ? done : undefined;
    setRunning(true);
    setError(undefined);
    setDone(undefined);
    const result = await act();
    // What is shown next rests on what stands now, also after a refusal.
    await readAgain();
    setRunning(false);
    if (!isHere.current) {
      tellLeft(result.ok);
    } else if (result.ok) {
      // What an earlier try may have done is found as done.
      setDone({ title, undo: result.value.undo ?? before?.undo });
      toast(title);
    } else {
      setDone(kept ?? before ?? uncertain(result.error.undo));
      setError(result.error);
    }
  }

  /** Forgets an outcome, as soon as something else is chosen. */
  const forget = () => {
    setDone(undefined);
    setError(undefined);
  };

  return {
    isRunning,
    isReadingAgain,
    done,
    error,
    apply: ({ policies, rule }: RoutePlan, isRemoval: boolean) => {
      const title = isRemoval ? t('route.done.removed', 'Routing removed') : t('route.done.routed', 'Alerts routed');
      if (policies) {
        void run(title, () => applyRouting(grafana, policies));
      } else if (rule) {
        void run(title, () => applyRule(grafana, rule));
      }
    },
    undo: () => {
      const undo = done?.undo;
      if (undo) {
        void run(t('route.done.undone', 'Undone'), () => undoRouting(grafana, undo), done);
      }
    },
    forget,
    /** After a failure: looks at what stands now, to plan on that. A way back that failed is still there. */
    async lookAgain() {
      setReadingAgain(true);
      await readAgain();
      setReadingAgain(false);
      setError(undefined);
    },
  };
}
