import { isLocked, type Integration } from '../model';
import type { Connection } from '../ownership/connections';
import { lockObstacles, sharedName, updateStep, type ContactPointObject } from '../plan/contactPoint';
import { ruleObstacles, ruleStep } from '../plan/rule';
import { unreadRules, type Obstacle, type PlanStep } from '../plan/types';
import { isContactPointName, type GrafanaObjects } from '../reading/reading';
import { groupMates } from '../ownership/rules';
import type { ActionPlan, Consequence } from './types';

/** New names; what is left out keeps its name. */
export interface NewNames {
  alertContactPoint?: string;
  heartbeatContactPoint?: string;
}

/**
 * Renames contact points, also those made by hand, because here somebody asks for it. Grafana changes the name in
 * policies and rules itself (alert-rules.json, "and the rule follows"; 12.4.0 does so through the ruler API, too).
 * A rule that bears the contact point's name gets the new title first: broken off after that, the same names asked for
 * again finish it.
 */
export function planRename(connection: Connection, objects: GrafanaObjects, names: NewNames): ActionPlan {
  const { id, rule, alertContactPoint, heartbeatContactPoint } = connection;
  const steps: PlanStep[] = [];
  const obstacles = unreadRules(objects.problems);
  const consequences: Consequence[] = [];
  const rename = (object: ContactPointObject, current: Integration | undefined, wanted: string | undefined) => {
    const name = wanted?.trim();
    if (!current || name === undefined || name === current.name) {
      return undefined;
    }
    const renamed = { ...current, name };
    steps.push(updateStep(object, current, renamed));
    obstacles.push(...nameObstacles(object, current, name, objects));
    obstacles.push(...lockObstacles(object, current, renamed, isLocked(current)));
    consequences.push({ code: 'renamesReferences', from: current.name, to: name });
    return name;
  };
  const alertName = rename('alertContactPoint', alertContactPoint, names.alertContactPoint);
  const heartbeatName = rename('heartbeatContactPoint', heartbeatContactPoint, names.heartbeatContactPoint);
  if (alertName !== undefined && alertName === heartbeatName) {
    obstacles.push({ object: 'heartbeatContactPoint', blocking: true, reason: 'nameTaken', name: alertName });
  }
  const bearsName = rule !== undefined && rule.title === heartbeatContactPoint?.name && rule.receiver === rule.title;
  if (heartbeatName && bearsName && groupMates(rule, objects.rules, objects.otherRules).length === 0) {
    const titled = { ...rule, title: heartbeatName };
    steps.unshift(ruleStep(rule, titled));
    obstacles.push(...ruleObstacles(rule, titled, isLocked(rule), objects));
  }
  return { plan: { connectionId: id, steps, obstacles }, consequences };
}

function nameObstacles(
  object: ContactPointObject,
  current: Integration,
  name: string,
  objects: GrafanaObjects
): Obstacle[] {
  if (name === '') {
    return [{ object, blocking: true, reason: 'nameMissing' }];
  }
  const isTaken = isContactPointName(name, objects);
  return [
    ...(isTaken ? [{ object, blocking: true, reason: 'nameTaken', name } as const] : []),
    // Grafana would take this integration out of the contact point that others know by its name.
    ...sharedName(object, current, objects),
  ];
}
