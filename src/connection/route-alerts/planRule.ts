import { isHeartbeat } from '../coverage/isHeartbeat';
import type { Receivers } from '../policies/receiver';
import type { Raw, RoutingObstacle, RulePlan, RuleRouting } from './types';

/**
 * Lets one rule choose a contact point, or follow the policies again (undefined). Of what it has chosen for its
 * notifications only the contact point changes; a tree of policies that it named makes place, as Grafana takes one of
 * the two. Without a contact point Grafana keeps none of the rest. Heartbeats have their own contact point, and are
 * changed on the page of their connection alone.
 */
export function planRule(rule: RuleRouting, receiver: string | undefined, receivers: Receivers): RulePlan {
  const isChange = rule.receiver !== receiver;
  const obstacles: RoutingObstacle[] = [];
  if (isHeartbeat(rule, receivers)) {
    obstacles.push({ code: 'heartbeat' });
  } else if (rule.provenance !== '' && isChange) {
    obstacles.push({ code: 'locked', provenance: rule.provenance });
  }
  return { before: rule, settings: settingsWith(rule, receiver), receiver, isChange, obstacles };
}

function settingsWith({ settings }: RuleRouting, receiver: string | undefined): Raw | undefined {
  if (receiver === undefined) {
    return undefined;
  }
  const { policy: _, ...kept } = settings ?? {};
  return { ...kept, receiver };
}
