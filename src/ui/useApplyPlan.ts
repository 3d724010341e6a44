import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { applyPlan } from '../connection/apply/applyPlan';
import type { ApplyOutcome, StepProgress } from '../connection/apply/types';
import type { Plan } from '../connection/plan/types';
import { useServices } from './services';

/**
 * Applies plans and tells how far the run got. `onFinished` is called after each run, whatever came of it, and is
 * awaited, so that the page shows Grafana's new state before the run counts as over.
 */
export function useApplyPlan(onFinished: (outcome: ApplyOutcome) => Promise<void>) {
  const { grafana } = useServices();
  const [progress, setProgress] = useState<readonly StepProgress[]>();
  const run = useMutation({
    mutationFn: async (plan: Plan) => {
      const outcome = await applyPlan(plan, grafana, { onProgress: setProgress });
      setProgress(outcome.steps);
      await onFinished(outcome);
      return outcome;
    },
  });
  return { apply: (plan: Plan) => run.mutate(plan), isRunning: run.isPending, progress, outcome: run.data };
}
