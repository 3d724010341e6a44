import { CONNECTION_LABEL, FOLDER, ORIGIN, ORIGIN_LABEL } from '../desired/objects';
import type { Raw, RoutingObstacle, RulePlan, RuleRouting } from './types';

/**
 * Lets one rule choose a contact point, or follow the policies again (undefined). Of what it has chosen for its
 * notifications only the contact point changes; a tree of policies that it named makes place, as Grafana takes one of
 * the two. Without a contact point Grafana keeps none of the rest.
 */
export function planRule(rule: RuleRouting, receiver: string | undefined): RulePlan {
  const isChange = rule.receiver !== receiver;
  const obstacles: RoutingObstacle[] = [];
  if (isHeartbeat(rule)) {
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

/** Heartbeats have their own contact point, and are changed on the page of their connection alone. */
export function isHeartbeat({ folderUid, labels }: Pick<RuleRouting, 'folderUid' | 'labels'>): boolean {
  return folderUid === FOLDER.uid || labels[ORIGIN_LABEL] === ORIGIN || CONNECTION_LABEL in labels;
}
