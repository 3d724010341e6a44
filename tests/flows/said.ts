import type { ApplyOutcome } from '../../src/connection/apply/types';
import type { PlanStep } from '../../src/connection/plan/types';
import type { GrafanaError } from '../../src/connection/port/grafanaPort';
import type { createRoutePages } from './routePages';
import type { Claim, Said } from './wishes';

export const DONE: Said = { told: 'done', why: '', says: [], isOfferedAgain: false };

export const nothing = (why: string): Said => ({ told: 'nothing', why, says: [], isOfferedAgain: false });

export const saidByIrm = (outcome: 'done' | { why: string }): Said =>
  outcome === 'done' ? DONE : { told: 'failed', why: outcome.why, says: [], isOfferedAgain: false };

/** The button stays where it was; what was taken back can be tried again. */
export function saidByRouting(outcome: Awaited<ReturnType<ReturnType<typeof createRoutePages>['route']>>): Said {
  if (typeof outcome === 'string') {
    return outcome === 'done' ? DONE : nothing(outcome);
  }
  return 'refused' in outcome
    ? { told: 'refused', why: outcome.refused, says: [], isOfferedAgain: false }
    : { told: 'failed', why: outcome.failed, says: [], isOfferedAgain: true };
}

export function failedFor(error: GrafanaError | undefined): Said {
  return { told: 'failed', why: error?.reason ?? 'test failed', says: [], isOfferedAgain: false };
}

/** What DoneNotice or ApplyFailure says. Something that Grafana refused to remove is told with the rest that is done. */
export function saidOf(outcome: ApplyOutcome): Said {
  const refused = outcome.steps.find(({ state, error }) => state === 'skipped' && error)?.error;
  if (outcome.result === 'applied' && !refused) {
    return { ...DONE, outcome };
  }
  const why = outcome.error?.reason ?? (refused ? `left: ${refused.reason}` : outcome.result);
  return { told: 'failed', why, says: claimsOf(outcome), isOfferedAgain: false, outcome };
}

/** What ApplyFailure lists. */
function claimsOf({ reached, remaining, steps }: ApplyOutcome): Claim[] {
  const isUncertain = steps.some(({ uncertain }) => uncertain);
  const claim = ({ object, action, name }: PlanStep, is: Claim['is']): Claim => ({
    is,
    object: object === 'rule' || object === 'folder' ? object : 'contactPoint',
    action,
    name,
  });
  return [
    ...reached.map((step) => claim(step, step.action === 'delete' ? 'removed' : 'in place')),
    ...remaining.map((step) => claim(step, isUncertain ? 'uncertain' : 'not done')),
  ];
}
