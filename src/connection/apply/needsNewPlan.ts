import type { GrafanaError } from '../port/grafanaPort';
import type { ApplyOutcome } from './types';

const NEEDS_NEW_PLAN: ReadonlyArray<GrafanaError['reason'] | undefined> = [
  'changedMeanwhile',
  'wentOver',
  'notFound',
  'uidTaken',
  'nameTaken',
];

/** Whether somebody else was at the objects, so that the same plan would only fail again. */
export const needsNewPlan = ({ error }: ApplyOutcome): boolean => NEEDS_NEW_PLAN.includes(error?.reason);
