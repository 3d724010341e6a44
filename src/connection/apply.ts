export { applyPlan, type ApplyOptions } from './apply/applyPlan';
export type { ApplyError, ApplyOutcome, StepProgress, StepState } from './apply/types';
