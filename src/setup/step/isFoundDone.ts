import { remainingIn } from '../../connection/apply/remainingIn';
import type { GrafanaReading } from '../../connection/reading/reading';
import type { PlanRun } from '../../ui/useApplyPlan';

/** Whether Grafana shows by now what the last run was to save and could not see saved: nothing is left to finish. */
export const isFoundDone = ({ outcome, plan }: PlanRun, reading: GrafanaReading): boolean =>
  outcome?.steps.some(({ uncertain }) => uncertain) === true &&
  outcome.error?.reason !== 'wentOver' &&
  plan !== undefined &&
  remainingIn(plan, reading).length === 0;
