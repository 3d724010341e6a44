import { alertUid, FOLDER, heartbeatUid } from '../desired/objects';
import type { HeartbeatRule, ObservedObjects, WebhookContactPoint } from '../model';
import { isRuleOf, sharesItsName, type Connection } from '../observed/connections';
import { contactPointChanges } from './contactPoint';
import { ruleChanges } from './rule';
import type { Obstacle, Plan, PlanStep } from './types';

export interface RemovalOptions {
  /** Removes objects of this endpoint that people made by hand, too; default false. */
  includeHandMade?: boolean;
}

/**
 * Plans to take a connection away: rule, contact points, and the folder once no rule is left in it. What carries
 * neither our uid nor our label stays, unless the person said otherwise; so does what other rules send to.
 * IRM goes on waiting for the heartbeat: people have to be reminded of its Reset.
 */
export function planRemoval(connection: Connection, observed: ObservedObjects, options: RemovalOptions = {}): Plan {
  const { id, rule } = connection;
  const { includeHandMade = false } = options;
  const obstacles: Obstacle[] = [];
  const steps: PlanStep[] = [];
  const removesRule = rule !== undefined && (includeHandMade || isRuleOf(rule, id));
  if (rule) {
    steps.push(ruleStep(rule, removesRule));
  }
  const rulesLeft = observed.rules.filter((other) => !(removesRule && isSameRule(other, rule)));
  for (const [object, contactPoint] of contactPointsOf(connection)) {
    const isOurs = contactPoint.uid === alertUid(id) || contactPoint.uid === heartbeatUid(id);
    const users = sharesItsName(contactPoint, observed)
      ? []
      : rulesLeft.filter(({ receiver }) => receiver === contactPoint.name).map(({ title }) => title);
    const removes = (includeHandMade || isOurs) && users.length === 0;
    steps.push(contactPointStep(object, contactPoint, removes));
    if ((includeHandMade || isOurs) && users.length > 0) {
      obstacles.push({ object, blocking: false, reason: 'inUse', name: contactPoint.name, titles: users });
    }
  }
  if (observed.folder?.uid === FOLDER.uid) {
    steps.push(folderStep(observed.folder, rulesLeft.length === 0));
  }
  return { connectionId: id, steps, obstacles };
}

const isSameRule = (a: HeartbeatRule, b: HeartbeatRule) => a === b || (a.uid !== undefined && a.uid === b.uid);

type NamedContactPoint = ['alertContactPoint' | 'heartbeatContactPoint', WebhookContactPoint];

function contactPointsOf(connection: Connection): NamedContactPoint[] {
  const { alertContactPoint, heartbeatContactPoint, otherAlertContactPoints, otherHeartbeatContactPoints } = connection;
  const heartbeats = [heartbeatContactPoint, ...otherHeartbeatContactPoints];
  const alerts = [alertContactPoint, ...otherAlertContactPoints];
  return [
    ...heartbeats.flatMap((one): NamedContactPoint[] => (one ? [['heartbeatContactPoint', one]] : [])),
    ...alerts.flatMap((one): NamedContactPoint[] => (one ? [['alertContactPoint', one]] : [])),
  ];
}

function ruleStep(rule: HeartbeatRule, removes: boolean): PlanStep {
  const base = { object: 'rule', name: rule.title, ...(rule.uid !== undefined && { uid: rule.uid }) } as const;
  return removes
    ? { ...base, action: 'delete', changes: ruleChanges(rule, undefined), command: { kind: 'deleteRule', rule } }
    : { ...base, action: 'keep', changes: [] };
}

function contactPointStep(object: NamedContactPoint[0], contactPoint: WebhookContactPoint, removes: boolean): PlanStep {
  const base = { object, name: contactPoint.name, uid: contactPoint.uid };
  if (!removes) {
    return { ...base, action: 'keep', changes: [] };
  }
  const changes = contactPointChanges(contactPoint, undefined);
  return { ...base, action: 'delete', changes, command: { kind: 'deleteContactPoint', contactPoint } };
}

function folderStep({ uid, title }: { uid: string; title: string }, removes: boolean): PlanStep {
  const base = { object: 'folder', name: title, uid } as const;
  return removes
    ? {
        ...base,
        action: 'delete',
        changes: [{ field: 'title', before: title, after: '' }],
        command: { kind: 'deleteFolder', uid },
      }
    : { ...base, action: 'keep', changes: [] };
}
