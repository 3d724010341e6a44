import type { GrafanaError } from '../grafanaPort';
import type { PlanStep } from '../plan/types';

/** `skipped`: not reached after a failure, or left alone on purpose, as a folder that others use. */
export type StepState = 'waiting' | 'running' | 'done' | 'failed' | 'skipped';

/** Grafana's error, or what the run found out itself: `nameTaken` and `changedMeanwhile` can be both. */
export type ApplyError = GrafanaError;

export interface StepProgress {
  step: PlanStep;
  state: StepState;
  error?: ApplyError;
  /** Whether the object may exist although the step failed: there was no answer and it could not be read again. */
  uncertain?: boolean;
}

export interface ApplyOutcome {
  /** `refused`: the plan has a blocking obstacle and nothing was tried. */
  result: 'applied' | 'failed' | 'refused';
  steps: StepProgress[];
  /** The first failure. */
  error?: ApplyError;
  /** Steps whose object stands now as planned, or is gone as planned. */
  reached: PlanStep[];
  /** Steps that remain to be done; run the plan again to finish them. */
  remaining: PlanStep[];
}
