import { equal } from '../../connection/equal';
import { isAccepted, type Test } from '../../ui/irm/arrival/useTest';
import type { ContactPointPlan } from './contactPointPlan';

/**
 * How far the contact point is, which decides the one primary button.
 *
 * - `edit`: there is something to save
 * - `refused`: a test with just these settings failed, and nothing was made
 * - `untested`, `failed`, `proven`: it is there, and this is known of it
 */
export type Phase = 'edit' | 'refused' | 'untested' | 'failed' | 'proven';

/** What sending the form does. */
export type Deed = 'save' | 'test' | 'goOn';

interface Known extends Pick<ContactPointPlan, 'isFinished' | 'planned'> {
  isProven: boolean | undefined;
  last: Test['last'];
}

export function phaseOf({ isFinished, isProven, planned, last }: Known): Phase {
  const hasFailed = last !== undefined && !isAccepted(last.answer);
  if (!isFinished) {
    return planned?.isNew && hasFailed && equal(last.sent.integration, planned.integration) ? 'refused' : 'edit';
  }
  if (hasFailed) {
    return 'failed';
  }
  return isProven ? 'proven' : 'untested';
}

/** Whoever may not send a test alert goes on without one. */
export function deedOf(phase: Phase, mayTest: boolean): Deed {
  switch (phase) {
    case 'edit':
    case 'refused':
      return 'save';
    case 'untested':
    case 'failed':
      return mayTest ? 'test' : 'goOn';
    case 'proven':
      return 'goOn';
  }
}
