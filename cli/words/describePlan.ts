import type { StepProgress } from '../../src/connection/apply/types';
import type { Obstacle, Plan, PlanStep } from '../../src/connection/plan/types';
import { describeObstacle } from '../../src/ui/describeObstacle';
import { actionName, fieldName, objectName, stateName } from '../../src/ui/planTexts';
import { describeTimingReason } from '../../src/ui/timing/describeTimingReason';
import type { Change } from '../report';
import { describeFailure } from './describeFailure';

/** The steps of a plan that do something, in words. */
export const changesOf = ({ steps }: Pick<Plan, 'steps'>): Change[] => steps.filter(isChange).map(changeOf);

/** The same, each with how far it got. */
export const progressOf = (steps: readonly StepProgress[]): Change[] =>
  steps.filter(({ step }) => isChange(step)).map(({ step, state }) => ({ ...changeOf(step), state: stateName(state) }));

const isChange = ({ action }: PlanStep) => action !== 'keep';

const changeOf = ({ action, object, name, changes }: PlanStep): Change => ({
  action: actionName(action),
  object: objectName(object),
  name,
  fields: changes.map(({ field, before, after }) => ({ field: fieldName(field), before, after })),
});

/** "2 to create, 1 to change"; '' when there is nothing to do. */
export function amountOf({ steps }: Pick<Plan, 'steps'>): string {
  const count = (action: PlanStep['action']) => steps.filter((step) => step.action === action).length;
  return [
    [count('create'), 'to create'],
    [count('update'), 'to change'],
    [count('delete'), 'to delete'],
  ]
    .filter(([amount]) => amount !== 0)
    .map((part) => part.join(' '))
    .join(', ');
}

/** What stands in the way, blocking or not, as sentences. */
export const obstacleTexts = (obstacles: readonly Obstacle[], isBlocking: boolean): string[] =>
  obstacles.filter(({ blocking }) => blocking === isBlocking).map(obstacleText);

function obstacleText(obstacle: Obstacle): string {
  switch (obstacle.reason) {
    case 'timingBlocked':
      return [describeObstacle(obstacle), ...obstacle.reasons.map(describeTimingReason)].join(' ');
    case 'notRead':
      return `The heartbeat rules could not be read, so nothing is planned for them. ${describeFailure(obstacle.error)}`;
    default:
      return describeObstacle(obstacle);
  }
}

/** What a person has to do by themselves once a plan was carried out. */
export function notesOf({ steps }: Pick<Plan, 'steps'>, interval: string | undefined): string[] {
  const hasNewInterval = steps.some(
    ({ object, action, changes }) =>
      object === 'rule' &&
      (action === 'create' || (action === 'update' && changes.some(({ field }) => field === 'annotations')))
  );
  return hasNewInterval && interval !== undefined
    ? [`Set the heartbeat interval in IRM to ${interval}: integration, menu ⋮, Heartbeat settings.`]
    : [];
}
