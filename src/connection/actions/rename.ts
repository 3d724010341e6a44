import type { HeartbeatRule, ObservedObjects, WebhookContactPoint } from '../model';
import { groupMates, sharesItsName, type Connection } from '../observed/connections';
import type { Obstacle, PlanStep } from '../plan/types';
import { contactPointChanges } from '../plan/contactPoint';
import { ruleChanges } from '../plan/rule';
import { actionPlan, type ActionPlan, type Consequence } from './types';

type ContactPointObject = 'alertContactPoint' | 'heartbeatContactPoint';

/** New names; what is left out keeps its name. */
export interface NewNames {
  alertContactPoint?: string;
  heartbeatContactPoint?: string;
}

/**
 * Renames contact points, also those made by hand, because here somebody asks for it. Grafana changes the name in
 * policies and rules itself (alert-rules.json, "and the rule follows"; 12.4.0 does so through the ruler API, too).
 * A rule that bears the contact point's name is renamed with it, last, when Grafana has already rerouted it.
 */
export function planRename(connection: Connection, observed: ObservedObjects, names: NewNames): ActionPlan {
  const { id, rule, alertContactPoint, heartbeatContactPoint } = connection;
  const steps: PlanStep[] = [];
  const obstacles: Obstacle[] = [];
  const consequences: Consequence[] = [];
  const rename = (object: ContactPointObject, current: WebhookContactPoint | undefined, wanted: string | undefined) => {
    const name = wanted?.trim();
    if (!current || name === undefined || name === current.name) {
      return undefined;
    }
    steps.push(updateStep(object, current, { ...current, name }));
    obstacles.push(...obstaclesOf(object, current, name, observed));
    consequences.push({ code: 'renamesReferences', from: current.name, to: name });
    return name;
  };
  const alertName = rename('alertContactPoint', alertContactPoint, names.alertContactPoint);
  const heartbeatName = rename('heartbeatContactPoint', heartbeatContactPoint, names.heartbeatContactPoint);
  if (alertName !== undefined && alertName === heartbeatName) {
    obstacles.push({ object: 'heartbeatContactPoint', blocking: true, reason: 'nameTaken', name: alertName });
  }
  const bearsName = rule !== undefined && rule.title === heartbeatContactPoint?.name && rule.receiver === rule.title;
  if (heartbeatName && bearsName && groupMates(rule, observed.rules).length === 0) {
    steps.push(ruleStep(rule, { ...rule, title: heartbeatName, receiver: heartbeatName }));
  }
  return actionPlan({ connectionId: id, steps, obstacles }, consequences);
}

function obstaclesOf(
  object: ContactPointObject,
  current: WebhookContactPoint,
  name: string,
  observed: ObservedObjects
): Obstacle[] {
  if (name === '') {
    return [{ object, blocking: true, reason: 'nameMissing' }];
  }
  const obstacles: Obstacle[] = [];
  if (observed.contactPointNames.includes(name)) {
    obstacles.push({ object, blocking: true, reason: 'nameTaken', name });
  }
  if (sharesItsName(current, observed)) {
    // Grafana would take this integration out of the contact point that others know by its name.
    obstacles.push({ object, blocking: true, reason: 'nameShared', name: current.name });
  }
  return obstacles;
}

/** Changes one contact point in place. */
export function updateStep(
  object: ContactPointObject,
  before: WebhookContactPoint,
  contactPoint: WebhookContactPoint
): PlanStep {
  const changes = contactPointChanges(before, contactPoint);
  const base = { object, name: contactPoint.name, uid: contactPoint.uid, changes };
  return changes.length === 0
    ? { ...base, action: 'keep' }
    : { ...base, action: 'update', command: { kind: 'updateContactPoint', contactPoint, before } };
}

/** Changes a rule in place; it stays locked or editable. */
export function ruleStep(before: HeartbeatRule, rule: HeartbeatRule): PlanStep {
  const changes = ruleChanges(before, rule);
  const base = { object: 'rule', name: rule.title, ...(rule.uid !== undefined && { uid: rule.uid }), changes } as const;
  const editability = rule.locked ? 'locked' : 'editable';
  return changes.length === 0
    ? { ...base, action: 'keep' }
    : { ...base, action: 'update', command: { kind: 'writeRule', rule, editability, before } };
}
