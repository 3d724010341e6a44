import { isOurUid } from '../desired/objects';
import type { ObservedObjects } from '../model';
import { isRuleOf, type Connection } from '../observed/connections';
import { planRemoval, type RemovalOptions } from '../plan/planRemoval';
import type { Plan, PlanStep } from '../plan/types';
import { actionPlan, type ActionPlan } from './types';

/**
 * Removes a connection: rule, contact points, the folder once it is empty; never what others use. What people made by
 * hand stays unless they say otherwise. Contact points of ours whose endpoint was rotated, and which therefore carry
 * the uid of an older connection, count as ours.
 */
export function planRemovalAction(
  connection: Connection,
  observed: ObservedObjects,
  options: RemovalOptions = {}
): ActionPlan {
  const plan = removal(connection, observed, options);
  const stays = plan.steps.filter(({ action, object }) => action === 'keep' && object !== 'folder');
  const removesHeartbeat = plan.steps.some(({ action, object }) => action === 'delete' && isOfHeartbeat(object));
  return actionPlan(plan, [
    ...(removesHeartbeat ? [{ code: 'resetHeartbeat' } as const] : []),
    ...(stays.length > 0 ? [{ code: 'handMadeStays', names: stays.map(({ name }) => name) } as const] : []),
  ]);
}

const isOfHeartbeat = (object: PlanStep['object']) => object === 'rule' || object === 'heartbeatContactPoint';

function removal(connection: Connection, observed: ObservedObjects, options: RemovalOptions): Plan {
  const { id, rule } = connection;
  const isRuleOurs = rule === undefined || isRuleOf(rule, id);
  if (options.includeHandMade || !isRuleOurs) {
    return planRemoval(connection, observed, options);
  }
  const all = planRemoval(connection, observed, { includeHandMade: true });
  const stays = ({ action, object, uid }: PlanStep) =>
    action === 'delete' && object.endsWith('ContactPoint') && !isOurUid(uid ?? '');
  return {
    ...all,
    steps: all.steps.map((step) => (stays(step) ? keep(step) : step)),
  };
}

function keep({ object, name, uid }: PlanStep): PlanStep {
  return { object, name, ...(uid !== undefined && { uid }), action: 'keep', changes: [] };
}
