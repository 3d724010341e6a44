import type { HeartbeatRule } from '../model';
import type { GrafanaError } from '../port/grafanaPort';
import type { Found } from '../reading/withFound';
import type { PlanStep } from '../plan/types';

/** `skipped`: not reached after a failure, or left alone on purpose, as a folder that others use. */
export type StepState = 'waiting' | 'running' | 'done' | 'failed' | 'skipped';

export interface StepProgress {
  step: PlanStep;
  state: StepState;
  /** Grafana's error, or what the run found out itself: `nameTaken` and `changedMeanwhile` can be both. */
  error?: GrafanaError;
  /** Whether the object may have changed although the step failed: there was no answer, or half of it was saved. */
  uncertain?: boolean;
  /** Nothing had to be done: it was so already, which this run does not take back. */
  foundInPlace?: boolean;
  /** The rule that this run wrote over, as it found it. */
  over?: HeartbeatRule;
}

export interface ApplyOutcome {
  /** `refused`: the plan has a blocking obstacle and nothing was tried. */
  result: 'applied' | 'failed' | 'refused';
  steps: StepProgress[];
  /** The first failure. */
  error?: GrafanaError;
  /** Steps whose object stands now as planned, or is gone as planned. */
  reached: PlanStep[];
  /** Steps that remain to be done; run the plan again to finish them. */
  remaining: PlanStep[];
  /** What stood in Grafana when all steps were done. */
  found?: Found;
}
