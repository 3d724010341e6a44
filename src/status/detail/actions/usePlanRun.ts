import { useState } from 'react';
import type { ActionPlan } from '../../../connection/actions/types';
import { undoOf } from '../../../connection/actions/undo';
import { needsNewPlan } from '../../../connection/apply/needsNewPlan';
import type { ApplyOutcome } from '../../../connection/apply/types';
import type { Plan } from '../../../connection/plan/types';
import { useApplyPlan } from '../../../ui/useApplyPlan';

/**
 * Carries out what was looked at, or takes back what a run that broke off has done. `onEnded` is told how it ended, and of
 * which plan: that of the action, or the way back.
 */
export function usePlanRun(
  action: ActionPlan | undefined,
  onEnded: (outcome: ApplyOutcome, plan: Plan) => void,
  { isUndo }: { isUndo: boolean }
) {
  const [tried, setTried] = useState<ActionPlan>();
  const [taken, setTaken] = useState<Plan>();
  const run = useApplyPlan(onEnded);
  const isFailed = !run.isRunning && run.outcome?.result === 'failed' && tried === action;
  const failed = isFailed ? run.outcome : undefined;
  return {
    run,
    /** How the last run of this plan ended, where it broke off. */
    failed,
    /** A plan that somebody else's change is in the way of, or of which a part was taken back, is not what was looked at. */
    isStale: failed !== undefined && !isUndo && (taken !== undefined || needsNewPlan(failed)),
    /** The way back that was taken last; undefined after the action itself. */
    taken,
    /** What would take back what was done so far; one that broke off is gone on with. */
    wayBack: failed && !isUndo ? (taken ?? (action && undoOf(failed, action.plan.connectionId))) : undefined,
    apply: (looked: ActionPlan) => {
      setTried(looked);
      setTaken(undefined);
      run.apply(looked.plan);
    },
    goBack: (plan: Plan) => {
      setTaken(plan);
      run.apply(plan);
    },
  };
}
