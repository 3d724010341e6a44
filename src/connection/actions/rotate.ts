import { CONNECTION_LABEL } from '../desired/objects';
import { connectionId, sameEndpoint } from '../endpoint/identity';
import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import { readHeartbeatUrl } from '../endpoint/readHeartbeatUrl';
import { maskUrl } from '../endpoint/mask';
import type { Endpoint, ObservedObjects, WebhookContactPoint } from '../model';
import { connectionOf, groupMates, isRuleOf, sharesItsName, type Connection } from '../observed/connections';
import type { Obstacle, PlanStep } from '../plan/types';
import { ruleStep, updateStep } from './rename';
import { actionPlan, type ActionPlan } from './types';

/**
 * Moves a connection to another endpoint, for example after its token leaked: every contact point that sent to the
 * old one sends to the new one, under its old name, so that policies and rules need no change.
 *
 * The id of a connection is derived from its endpoint, so it changes. Objects are changed in place all the same:
 * contact points keep the uid with the old id (Grafana does not change uids, and a second contact point of the same
 * name would send everything twice meanwhile), the rule keeps its group, and its label names the new id, by which the
 * connection finds it. Nothing is lost in between: each contact point sends to the old or to the new endpoint.
 * Broken off, the same plan finishes it.
 *
 * @param heartbeatAddress where beats go, when it is not the new endpoint's own heartbeat
 */
export function planRotation(
  connection: Connection,
  observed: ObservedObjects,
  endpoint: Endpoint,
  heartbeatAddress: string = heartbeatUrl(endpoint)
): ActionPlan {
  const from = connection.id;
  const to = connectionId(endpoint);
  const obstacles = obstaclesOf(connection, observed, endpoint, heartbeatAddress);
  const { alertContactPoint, otherAlertContactPoints, heartbeatContactPoint, otherHeartbeatContactPoints } = connection;
  const alerts = [alertContactPoint, ...otherAlertContactPoints].flatMap((one) => one ?? []);
  const beats = [heartbeatContactPoint, ...otherHeartbeatContactPoints].flatMap((one) => one ?? []);
  const move = (contactPoint: WebhookContactPoint, url: string) => ({ ...contactPoint, url });
  const steps: PlanStep[] = [
    ...alerts.map((one) => updateStep('alertContactPoint', one, move(one, endpointUrl(endpoint)))),
    ...beats.map((one) => updateStep('heartbeatContactPoint', one, move(one, heartbeatAddress))),
    ...ruleSteps(connection, to),
  ];
  const isMoved = !sameEndpoint(connection.endpoint, endpoint);
  return actionPlan({ connectionId: to, steps, obstacles }, [
    ...(isMoved ? [{ code: 'idChanges', from, to } as const] : []),
    ...(isMoved && beats.length > 0 ? [{ code: 'resetOldHeartbeat' } as const] : []),
    ...(isMoved && connection.interval !== undefined
      ? [{ code: 'setIntervalInIrm', interval: connection.interval } as const]
      : []),
  ]);
}

/** A rule made by hand is found by its contact point's name, which stays; ours by its label. */
function ruleSteps({ id, rule }: Connection, to: string): PlanStep[] {
  return rule && isRuleOf(rule, id)
    ? [ruleStep(rule, { ...rule, labels: { ...rule.labels, [CONNECTION_LABEL]: to } })]
    : [];
}

function obstaclesOf(
  connection: Connection,
  observed: ObservedObjects,
  endpoint: Endpoint,
  heartbeatAddress: string
): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const { rule, heartbeatContactPoint } = connection;
  const there = connectionOf(endpoint, observed);
  const inTheWay = there?.id === connection.id ? undefined : (there?.rule ?? there?.heartbeatContactPoint);
  if (inTheWay) {
    const name = 'title' in inTheWay ? inTheWay.title : inTheWay.name;
    obstacles.push({ object: 'rule', blocking: true, reason: 'uidTaken', uid: inTheWay.uid ?? '', name });
  }
  const reading = readHeartbeatUrl(heartbeatAddress, endpoint);
  if (heartbeatContactPoint && (!reading.ok || reading.url !== heartbeatAddress)) {
    const url = maskUrl(heartbeatAddress);
    obstacles.push({ object: 'heartbeatContactPoint', blocking: true, reason: 'heartbeatUrlWrong', url });
  }
  if (heartbeatContactPoint && sharesItsName(heartbeatContactPoint, observed)) {
    const { name } = heartbeatContactPoint;
    obstacles.push({ object: 'heartbeatContactPoint', blocking: false, reason: 'nameShared', name });
  }
  const mates = rule ? groupMates(rule, observed.rules) : [];
  if (rule && mates.length > 0) {
    const titles = mates.map(({ title }) => title);
    obstacles.push({ object: 'rule', blocking: true, reason: 'groupShared', group: rule.group, titles });
  }
  return obstacles;
}
