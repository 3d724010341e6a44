import { FOLDER, isOurUid } from '../desired/objects';
import type { HeartbeatRule, Integration } from '../model';
import type { Connection } from '../ownership/connections';
import { isMarked } from '../ownership/rules';
import { integrationChanges, type ContactPointObject } from '../plan/contactPoint';
import { outOfReach } from '../plan/rule';
import { ruleChanges } from '../plan/ruleChanges';
import { unreadRules, unseenRule, type Obstacle, type Plan, type PlanStep } from '../plan/types';
import { endStep, realAlertsIn } from '../real-alert/plans';
import { companionsOf, type GrafanaObjects } from '../reading/reading';
import type { ContactPointUses, Surroundings } from '../reading/uses';
import type { ActionPlan } from './types';

export interface RemovalOptions {
  /** Removes objects of this endpoint that people made by hand, too; default false. */
  includeHandMade?: boolean;
}

/** Names of the contact points that a removal would take away, for `readSurroundings`. */
export const namesToRemove = (connection: Connection): string[] => [
  ...new Set(contactPointsOf(connection).map(([, { name }]) => name)),
];

/**
 * Takes a connection away: rule, contact points, and the folder once nothing at all is left in it. What carries neither
 * our uid nor our label stays, unless the person said otherwise; so does what others use, by name, and the plan goes on
 * without it. IRM goes on waiting for the heartbeat: people have to be reminded of its Reset.
 */
export function planRemoval(
  connection: Connection,
  objects: GrafanaObjects,
  surroundings: Surroundings,
  { includeHandMade = false }: RemovalOptions = {}
): ActionPlan {
  const ours = [connection.rule, ...connection.otherRules].flatMap((rule) => rule ?? []);
  const removedRules = ours.filter((rule) => includeHandMade || isMarked(rule));
  const removed = contactPointsOf(connection).filter(([, { uid }]) => includeHandMade || isOurUid(uid));
  const tests = realAlertsIn(objects, 0).flatMap(({ rule, mark }) => (mark.connection === connection.id ? rule : []));
  const steps: PlanStep[] = [...tests.map(endStep), ...ours.map((rule) => ruleStep(rule, removedRules.includes(rule)))];
  const obstacles: Obstacle[] = [
    ...unreadRules(objects.problems),
    ...(ours.length > 0 ? [] : unseenRule(connection.heartbeatContactPoint, objects)),
    ...removedRules.flatMap(ruleKeptElsewhere),
    ...(objects.isOwnFolderOnly ? removedRules.flatMap(outOfReach) : []),
  ];
  const handMade: string[] = ours.filter((rule) => !removedRules.includes(rule)).map(({ title }) => title);
  for (const [object, integration] of contactPointsOf(connection)) {
    const isRemoved = removed.some(([, one]) => one === integration);
    const uses = isRemoved ? usesBeyond(integration, removed, removedRules, objects, surroundings) : undefined;
    steps.push(contactPointStep(object, integration, isRemoved && !uses));
    if (uses) {
      obstacles.push({ object, blocking: false, reason: 'inUse', name: integration.name, uses });
    } else if (!isRemoved) {
      handMade.push(integration.name);
    } else {
      obstacles.push(...comesBack(object, integration));
    }
  }
  if (surroundings.policiesAreHidden && removed.length > 0) {
    obstacles.push({ object: 'alertContactPoint', blocking: false, reason: 'policiesHidden' });
  }
  const folder = folderPart(objects, [...removedRules, ...tests], surroundings);
  const plan = {
    connectionId: connection.id,
    steps: [...steps, ...folder.steps],
    obstacles: [...obstacles, ...folder.obstacles],
    retires: connection.endpoint,
  };
  const endsHeartbeat = plan.steps.some(
    ({ action, object, uid }) => action === 'delete' && isOfHeartbeat(object) && !tests.some((rule) => rule.uid === uid)
  );
  return {
    plan,
    consequences: [
      ...(endsHeartbeat ? [{ code: 'resetHeartbeat' } as const] : []),
      ...(handMade.length > 0 ? [{ code: 'handMadeStays', names: handMade } as const] : []),
    ],
  };
}

/** Takes the folder away that was left behind, when nothing at all is in it. */
export function planFolderRemoval(objects: GrafanaObjects, surroundings: Surroundings): Plan {
  return { connectionId: '', ...folderPart(objects, [], surroundings) };
}

const isOfHeartbeat = (object: PlanStep['object']) => object === 'rule' || object === 'heartbeatContactPoint';

function contactPointsOf(connection: Connection): Array<[ContactPointObject, Integration]> {
  const { alertContactPoint, heartbeatContactPoint, otherAlertContactPoints, otherHeartbeatContactPoints } = connection;
  const heartbeats = [heartbeatContactPoint, ...otherHeartbeatContactPoints].flatMap((one) => one ?? []);
  const alerts = [alertContactPoint, ...otherAlertContactPoints].flatMap((one) => one ?? []);
  return [
    ...heartbeats.map((one): [ContactPointObject, Integration] => ['heartbeatContactPoint', one]),
    ...alerts.map((one): [ContactPointObject, Integration] => ['alertContactPoint', one]),
  ];
}

/**
 * Who would lose a contact point with this integration; undefined when nobody. As long as another integration stays
 * under its name, the contact point stays, too.
 */
function usesBeyond(
  integration: Integration,
  removed: ReadonlyArray<[ContactPointObject, Integration]>,
  removedRules: readonly HeartbeatRule[],
  objects: GrafanaObjects,
  { uses }: Surroundings
): ContactPointUses | undefined {
  const stays = companionsOf(integration, objects).some((other) => !removed.some(([, one]) => one.uid === other.uid));
  const found = uses.get(integration.name);
  if (stays || !found) {
    return undefined;
  }
  const rules = found.rules.filter(({ uid }) => !removedRules.some((rule) => rule.uid === uid));
  return found.policies.length + rules.length > 0 ? { policies: found.policies, rules } : undefined;
}

function ruleStep(rule: HeartbeatRule, isRemoved: boolean): PlanStep {
  const base = { object: 'rule', name: rule.title, ...(rule.uid !== undefined && { uid: rule.uid }) } as const;
  return isRemoved
    ? { ...base, action: 'delete', changes: ruleChanges(rule, undefined), command: { kind: 'deleteRule', rule } }
    : { ...base, action: 'keep', changes: [], command: { kind: 'leave' } };
}

function contactPointStep(object: ContactPointObject, integration: Integration, isRemoved: boolean): PlanStep {
  const base = { object, name: integration.name, uid: integration.uid };
  return isRemoved
    ? {
        ...base,
        action: 'delete',
        changes: integrationChanges(integration, undefined),
        command: { kind: 'deleteIntegration', integration },
      }
    : { ...base, action: 'keep', changes: [], command: { kind: 'leave' } };
}

/** Grafana deletes a rule only for whom it was written by: the file's and the import's stay. */
function ruleKeptElsewhere({ title, uid = '', provenance }: HeartbeatRule): Obstacle[] {
  return provenance === 'none' || provenance === 'api'
    ? []
    : [
        {
          object: 'rule',
          blocking: true,
          reason: 'keptElsewhere',
          name: title,
          uid,
          by: provenance,
          isRemoval: true,
        },
      ];
}

/** A contact point of a file can be deleted, and is back after the next start (12.4.0). */
function comesBack(object: ContactPointObject, { name, uid, provenance }: Integration): Obstacle[] {
  return provenance === 'none' || provenance === 'api'
    ? []
    : [{ object, blocking: false, reason: 'keptElsewhere', name, uid, by: provenance, isRemoval: true }];
}

function folderPart(
  { folder, rules, otherRules, realAlertRules = [] }: GrafanaObjects,
  removedRules: readonly HeartbeatRule[],
  surroundings: Surroundings
): Pick<Plan, 'steps' | 'obstacles'> {
  if (folder.state !== 'present') {
    return { steps: [], obstacles: [] };
  }
  const title = folder.title ?? FOLDER.title;
  const base = { object: 'folder', name: title, uid: FOLDER.uid } as const;
  const keep: PlanStep = { ...base, action: 'keep', changes: [], command: { kind: 'leave' } };
  const inFolder = ({ folderUid }: { folderUid: string }) => folderUid === FOLDER.uid;
  if (
    [...rules, ...realAlertRules].filter(inFolder).length > removedRules.filter(inFolder).length ||
    otherRules.some(inFolder)
  ) {
    return { steps: [keep], obstacles: [] };
  }
  const { folder: counts, folderIsHidden } = surroundings;
  const others = folderIsHidden ? undefined : (counts?.others ?? 0);
  if (others !== 0) {
    return { steps: [keep], obstacles: [{ object: 'folder', blocking: false, reason: 'folderNotEmpty', others }] };
  }
  const changes = [{ field: 'title', before: title, after: '' } as const];
  const command = { kind: 'deleteFolder', uid: FOLDER.uid, title } as const;
  return { steps: [{ ...base, action: 'delete', changes, command }], obstacles: [] };
}
