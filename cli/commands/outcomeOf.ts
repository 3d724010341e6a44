import type { ApplyOutcome } from '../../src/connection/apply/types';
import type { Plan } from '../../src/connection/plan/types';
import { EXIT } from '../exitCodes';
import type { Row } from '../report';
import { describeFailure } from '../words/describeFailure';
import { amountOf, progressOf } from '../words/describePlan';

/** How a plan ended, for its row; `done` is what a plan is called that was carried out. */
export function outcomeOf(
  { result, steps, error }: ApplyOutcome,
  plan: Plan,
  done: 'applied' | 'removed'
): Pick<Row, 'state' | 'detail' | 'code' | 'changes'> {
  const changes = progressOf(steps);
  if (result === 'applied') {
    const detail = amountOf(plan)
      .replaceAll('to create', 'created')
      .replaceAll('to change', 'changed')
      .replaceAll('to delete', 'deleted');
    return { state: done, detail, code: EXIT.ok, changes };
  }
  const isStopped = error?.reason === 'stopped';
  return {
    state: isStopped ? 'stopped' : 'failed',
    detail: error ? describeFailure(error) : '',
    code: isStopped ? EXIT.interrupted : EXIT.notAsked,
    changes,
  };
}
