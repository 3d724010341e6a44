import { heartbeatRuleOf, heartbeatWebhookOf, webhookOf } from '../desired/build';
import { FOLDER } from '../desired/objects';
import { connectionId } from '../endpoint/identity';
import { maskUrl } from '../endpoint/mask';
import { readHeartbeatUrl } from '../endpoint/readHeartbeatUrl';
import type { DesiredConnection, DesiredHeartbeat, ObservedObjects } from '../model';
import { connectionOf, ruleOf } from '../observed/connections';
import { calculateTiming } from '../timing/calculateTiming';
import { isHeartbeatInterval } from '../timing/presets';
import { planContactPoint } from './contactPoint';
import { planRule } from './rule';
import type { Obstacle, Plan, PlanStep } from './types';

/**
 * Compares what a person asked for with what Grafana holds. Everything that already points at the endpoint is taken
 * over, whoever made it; nothing else is touched. Planned again after it was carried out, every step is `keep`.
 * Without `desired.heartbeat` an existing heartbeat is left as it is.
 */
export function planConnection(desired: DesiredConnection, observed: ObservedObjects): Plan {
  const id = connectionId(desired.endpoint);
  const existing = connectionOf(desired.endpoint, observed);
  const alert = planContactPoint('alertContactPoint', webhookOf(desired), existing?.alertContactPoint, observed);
  const heartbeat = planHeartbeat(desired, observed, alert.result.name);
  return {
    connectionId: id,
    steps: [alert.step, ...heartbeat.steps],
    obstacles: [...alert.obstacles, ...heartbeat.obstacles],
  };
}

function planHeartbeat(
  desired: DesiredConnection,
  observed: ObservedObjects,
  alertName: string
): { steps: PlanStep[]; obstacles: Obstacle[] } {
  const id = connectionId(desired.endpoint);
  const webhook = heartbeatWebhookOf(desired);
  const wantedRule = heartbeatRuleOf(desired);
  if (!desired.heartbeat || !webhook || !wantedRule) {
    return { steps: [], obstacles: [] };
  }
  const existing = connectionOf(desired.endpoint, observed)?.heartbeatContactPoint;
  const contactPoint = planContactPoint('heartbeatContactPoint', webhook, existing, observed);
  const receiver = contactPoint.result.name;
  const current = ruleOf(id, existing, observed);
  const rule = planRule(id, { ...wantedRule, receiver, title: receiver }, current, observed);
  const obstacles = [...contactPoint.obstacles, ...rule.obstacles, ...obstaclesOf(desired.heartbeat, desired)];
  if (receiver === alertName && receiver !== '') {
    obstacles.push({ object: 'heartbeatContactPoint', blocking: true, reason: 'nameTaken', name: receiver });
  }
  return { steps: [contactPoint.step, folderStep(observed), rule.step], obstacles };
}

function folderStep({ folder }: ObservedObjects): PlanStep {
  if (folder) {
    return { action: 'keep', object: 'folder', name: folder.title, uid: folder.uid, changes: [] };
  }
  return {
    action: 'create',
    object: 'folder',
    name: FOLDER.title,
    uid: FOLDER.uid,
    changes: [{ field: 'title', before: '', after: FOLDER.title }],
    command: { kind: 'createFolder', folder: { ...FOLDER } },
  };
}

function obstaclesOf({ url, interval, scope, timing }: DesiredHeartbeat, { endpoint }: DesiredConnection): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const reading = readHeartbeatUrl(url, endpoint);
  if (!reading.ok || reading.url !== url) {
    obstacles.push({ object: 'heartbeatContactPoint', blocking: true, reason: 'heartbeatUrlWrong', url: maskUrl(url) });
  }
  if (!isHeartbeatInterval(interval)) {
    obstacles.push({ object: 'rule', blocking: true, reason: 'intervalNotAllowed', interval });
  }
  const { verdict } = calculateTiming(timing, interval);
  if (verdict.level === 'blocked') {
    const reasons = verdict.reasons.filter(({ level }) => level === 'blocked');
    obstacles.push({ object: 'rule', blocking: true, reason: 'timingBlocked', reasons });
  }
  if (scope.kind === 'dataSource' && scope.dataSourceUid.trim() === '') {
    obstacles.push({ object: 'rule', blocking: true, reason: 'dataSourceMissing' });
  }
  return obstacles;
}
