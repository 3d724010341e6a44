import { alertIntegrationOf, heartbeatIntegrationOf, heartbeatRuleOf } from '../desired/build';
import { FOLDER } from '../desired/objects';
import { connectionId, nearTwin, isHeartbeatUrlOf } from '../endpoint/identity';
import { maskUrl } from '../endpoint/mask';
import { equal } from '../equal';
import {
  isLocked,
  type DesiredConnection,
  type DesiredHeartbeat,
  type Endpoint,
  type HeartbeatRule,
  type Integration,
} from '../model';
import { connectionOf, connectionsOf, type Connection } from '../ownership/connections';
import { nameOf } from '../ownership/nameOf';
import type { GrafanaObjects } from '../reading/reading';
import { calculateTiming } from '../timing/calculateTiming';
import { isHeartbeatInterval } from '../timing/presets';
import { accessOf, carryOver, storedSecrets, withAccess } from '../webhook/access';
import { lockObstacles, planContactPoint, updateStep } from './contactPoint';
import { loadObstacles } from './load';
import { planRule } from './rule';
import { unreadRules, unseenRule, type Obstacle, type Plan, type PlanStep } from './types';

/**
 * Compares what a person asked for with what Grafana holds. Everything that already points at the endpoint is taken
 * over, whoever made it; nothing else is touched. Planned again after it was carried out, every step is `keep`.
 * Without `desired.heartbeat` an existing heartbeat is left as it is.
 */
export function planConnection(desired: DesiredConnection, objects: GrafanaObjects): Plan {
  const existing = connectionOf(desired.endpoint, objects);
  const wanted = alertIntegrationOf(desired);
  const alert = planContactPoint('alertContactPoint', wanted, existing?.alertContactPoint, objects, desired.access);
  const heartbeat = desired.heartbeat
    ? planHeartbeat(desired, existing, objects, alert.result)
    : followAccess(desired, existing, alert.result);
  return {
    connectionId: connectionId(desired.endpoint),
    steps: [alert.step, ...heartbeat.steps],
    obstacles: [...alert.obstacles, ...(existing ? [] : twinObstacles(desired, objects)), ...heartbeat.obstacles],
  };
}

/** An existing heartbeat passes the same gate as the alerts: it follows when what they carry is changed. */
function followAccess(
  { access }: DesiredConnection,
  existing: Connection | undefined,
  alert: Integration
): { steps: PlanStep[]; obstacles: Obstacle[] } {
  const [before, beats] = [existing?.alertContactPoint, existing?.heartbeatContactPoint];
  if (!access || !before || !beats || equal(accessOf(before.otherSettings), accessOf(alert.otherSettings))) {
    return { steps: [], obstacles: [] };
  }
  const after = { ...beats, otherSettings: withAccess(beats.otherSettings, access) };
  const own = storedSecrets(beats.otherSettings);
  const missing = storedSecrets(after.otherSettings).filter((place) => !own.includes(place));
  return {
    steps: [updateStep('heartbeatContactPoint', beats, after)],
    obstacles: [
      ...secretObstacles(alert, missing),
      ...lockObstacles('heartbeatContactPoint', beats, after, isLocked(beats)),
    ],
  };
}

const secretObstacles = ({ name }: Integration, places: string[]): Obstacle[] =>
  places.length > 0
    ? [{ object: 'heartbeatContactPoint', blocking: true, reason: 'secretNeeded', from: name, places }]
    : [];

/** A second contact point for one integration would deliver every alert twice; a person may still want it. */
function twinObstacles({ endpoint }: DesiredConnection, objects: GrafanaObjects): Obstacle[] {
  const connections = connectionsOf(objects);
  const twin = nearTwin(
    endpoint,
    connections.map((connection) => connection.endpoint)
  );
  const connection = connections.find((one) => one.endpoint === twin);
  return connection
    ? [{ object: 'alertContactPoint', blocking: false, reason: 'nearTwin', name: nameOf(connection) }]
    : [];
}

function planHeartbeat(
  desired: DesiredConnection,
  existing: Connection | undefined,
  objects: GrafanaObjects,
  alert: Integration
): { steps: PlanStep[]; obstacles: Obstacle[] } {
  const wanted = heartbeatIntegrationOf(desired);
  const own = existing?.heartbeatContactPoint?.otherSettings ?? {};
  const carried = carryOver(alert.otherSettings, own, desired.secrets ?? {});
  const wantedRule = heartbeatRuleOf(desired);
  if (!desired.heartbeat || !wanted || !wantedRule) {
    return { steps: [], obstacles: [] };
  }
  const id = connectionId(desired.endpoint);
  const contactPoint = planContactPoint(
    'heartbeatContactPoint',
    { ...wanted, otherSettings: accessOf(carried.settings) },
    existing?.heartbeatContactPoint,
    objects,
    carried.settings
  );
  const receiver = contactPoint.result.name;
  const current = existing ? existing.rule : leftBehind(desired.endpoint, objects, [alert, contactPoint.result]);
  const rule = planRule(id, { ...wantedRule, receiver, title: receiver }, current, objects);
  const obstacles = [
    ...unreadRules(objects.problems),
    ...(current ? [] : unseenRule(existing?.heartbeatContactPoint, objects)),
    ...contactPoint.obstacles,
    ...secretObstacles(alert, carried.missing),
    ...rule.obstacles,
    ...obstaclesOf(desired.heartbeat, desired, objects),
    ...loadObstacles(desired, objects),
  ];
  if (receiver === alert.name && receiver !== '') {
    obstacles.push({ object: 'heartbeatContactPoint', blocking: true, reason: 'nameTaken', name: receiver });
  }
  return { steps: [contactPoint.step, folderStep(objects, current ?? wantedRule), rule.step], obstacles };
}

/** A rule that serves nobody since the contact points went, and that will be this connection's once they are back. */
function leftBehind(
  endpoint: Endpoint,
  objects: GrafanaObjects,
  planned: readonly Integration[]
): HeartbeatRule | undefined {
  const owned = new Set(connectionsOf(objects).flatMap((one) => [one.rule, ...one.otherRules]));
  if (objects.rules.every((rule) => owned.has(rule))) {
    return undefined;
  }
  const others = objects.integrations.filter(({ uid }) => !planned.some((one) => one.uid === uid));
  const rule = connectionOf(endpoint, { ...objects, integrations: [...others, ...planned] })?.rule;
  return rule && owned.has(rule) ? undefined : rule;
}

/** A folder that cannot be seen may be there: making it then finds it. One that is not the plugin's own is never made. */
function folderStep({ folder }: GrafanaObjects, { folderUid, whereabouts }: HeartbeatRule): PlanStep {
  if (folderUid !== FOLDER.uid) {
    const name = whereabouts?.folder.path ?? folderUid;
    return {
      ...{ object: 'folder', name, uid: folderUid, action: 'keep', changes: [] },
      command: { kind: 'keepFolder', uid: folderUid },
    };
  }
  const base = { object: 'folder', name: folder.title ?? FOLDER.title, uid: FOLDER.uid } as const;
  return folder.state === 'present'
    ? { ...base, action: 'keep', changes: [], command: { kind: 'keepFolder', uid: FOLDER.uid } }
    : {
        ...base,
        action: 'create',
        changes: [{ field: 'title', before: '', after: FOLDER.title }],
        command: { kind: 'createFolder', folder: { ...FOLDER } },
      };
}

function obstaclesOf(
  { url, interval, scope, timing }: DesiredHeartbeat,
  { endpoint }: DesiredConnection,
  { evaluation }: GrafanaObjects
): Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (!isHeartbeatUrlOf(endpoint, url)) {
    obstacles.push({ object: 'heartbeatContactPoint', blocking: true, reason: 'heartbeatUrlWrong', url: maskUrl(url) });
  }
  if (!isHeartbeatInterval(interval)) {
    obstacles.push({ object: 'rule', blocking: true, reason: 'intervalNotAllowed', interval });
  }
  const { verdict } = calculateTiming(timing, interval, { evaluation });
  if (verdict.level === 'blocked') {
    const reasons = verdict.reasons.filter(({ level }) => level === 'blocked');
    obstacles.push({ object: 'rule', blocking: true, reason: 'timingBlocked', reasons });
  }
  if (scope.kind === 'dataSource' && scope.dataSourceUid.trim() === '') {
    obstacles.push({ object: 'rule', blocking: true, reason: 'dataSourceMissing' });
  }
  return obstacles;
}
