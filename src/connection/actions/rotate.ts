import { CONNECTION_LABEL } from '../desired/objects';
import { connectionId, sameEndpoint } from '../endpoint/identity';
import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import { isLocked, type Endpoint, type Integration } from '../model';
import { connectionOf, type Connection } from '../ownership/connections';
import { nameOf } from '../ownership/nameOf';
import { isMarked } from '../ownership/rules';
import { lockObstacles, updateStep, type ContactPointObject } from '../plan/contactPoint';
import { ruleObstacles, ruleStep } from '../plan/rule';
import { unreadRules, type Obstacle, type PlanStep } from '../plan/types';
import type { GrafanaObjects } from '../reading/reading';
import type { ActionPlan } from './types';

/**
 * Moves a connection to another endpoint, for example after its token leaked: every integration that sent to the
 * old one sends to the new one, under its old name, so that policies and rules need no change.
 *
 * The id of a connection is derived from its endpoint, so it changes. Objects are changed in place all the same:
 * integrations keep the uid with the old id (Grafana does not change uids, and a second contact point of the same
 * name would send everything twice meanwhile), the rule keeps its group, and its label names the new id. Nothing is
 * lost in between: each integration sends to the old or to the new endpoint, and goes with the connection of that
 * endpoint. Broken off, the same plan finishes it; so does a rotation of what is left at the old endpoint.
 */
export function planRotation(connection: Connection, objects: GrafanaObjects, endpoint: Endpoint): ActionPlan {
  const from = connection.id;
  const to = connectionId(endpoint);
  const { alertContactPoint, otherAlertContactPoints, heartbeatContactPoint, otherHeartbeatContactPoints } = connection;
  const alerts = [alertContactPoint, ...otherAlertContactPoints].flatMap((one) => one ?? []);
  const beats = [heartbeatContactPoint, ...otherHeartbeatContactPoints].flatMap((one) => one ?? []);
  const moves: Array<[ContactPointObject, Integration, Integration]> = [
    ...alerts.map((one): Move => ['alertContactPoint', one, { ...one, url: endpointUrl(endpoint) }]),
    ...beats.map((one): Move => ['heartbeatContactPoint', one, { ...one, url: heartbeatUrl(endpoint) }]),
  ];
  const isMoved = !sameEndpoint(connection.endpoint, endpoint);
  const there = isMoved ? connectionOf(endpoint, objects) : undefined;
  const rule = rulePart(connection, objects, to);
  return {
    plan: {
      connectionId: to,
      steps: [...moves.map(([object, before, after]) => updateStep(object, before, after)), ...rule.steps],
      obstacles: [
        ...moves.flatMap(([object, before, after]) => lockObstacles(object, before, after, isLocked(before))),
        ...rule.obstacles,
        ...unreadRules(objects.problems),
        ...heartbeatTwice(connection, there),
      ],
      ...(isMoved && { retires: connection.endpoint }),
    },
    consequences: [
      ...(there ? [{ code: 'joinsConnection', name: nameOf(there) } as const] : []),
      ...(isMoved ? [{ code: 'idChanges', from, to } as const] : []),
      ...(isMoved && beats.length > 0 ? [{ code: 'resetOldHeartbeat' } as const] : []),
      ...(isMoved && connection.interval !== undefined
        ? [{ code: 'setIntervalInIrm', interval: connection.interval } as const]
        : []),
    ],
  };
}

type Move = [ContactPointObject, Integration, Integration];

/**
 * A rule made by hand is found by its contact point's name, and stays as it is; ours names its connection. The former is
 * part of the plan all the same: whoever adopts it meanwhile writes the old name into it.
 */
function rulePart(
  { rule, otherRules }: Connection,
  objects: GrafanaObjects,
  to: string
): { steps: PlanStep[]; obstacles: Obstacle[] } {
  const rules = [rule, ...otherRules].flatMap((one) => one ?? []);
  const moved = rules.map((one) => ({
    one,
    after: isMarked(one) ? { ...one, labels: { ...one.labels, [CONNECTION_LABEL]: to } } : one,
  }));
  return {
    steps: moved.map(({ one, after }) => ruleStep(one, after)),
    obstacles: moved.flatMap(({ one, after }) => ruleObstacles(one, after, isLocked(one), objects)),
  };
}

/**
 * Two heartbeats at one address hide each other: one may die unseen while the other beats. What a rotation that broke
 * off has moved already has no rule of its own there, and is joined.
 */
function heartbeatTwice(connection: Connection, there: Connection | undefined): Obstacle[] {
  return connection.rule && there?.rule && there.heartbeatContactPoint
    ? [
        {
          object: 'heartbeatContactPoint',
          blocking: true,
          reason: 'addressTaken',
          name: there.heartbeatContactPoint.name,
        },
      ]
    : [];
}
