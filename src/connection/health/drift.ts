import { isOurUid } from '../desired/objects';
import type { ObservedObjects } from '../model';
import type { Connection } from '../observed/connections';
import { planConnection } from '../plan/planConnection';
import type { FieldChange, Obstacle, Plan, PlanStep } from '../plan/types';
import { calculateTiming } from '../timing/calculateTiming';
import { isHeartbeatInterval } from '../timing/presets';
import type { TimingReason } from '../timing/verdict';
import { repairedDesired } from './repair';

/** Objects that can differ from the plan. */
type DriftObject = 'alertContactPoint' | 'heartbeatContactPoint' | 'rule';

export type DriftCode =
  | 'missing'
  | 'urlChanged'
  | 'methodChanged'
  | 'followsPolicies'
  | 'wrongContactPoint'
  | 'muteTiming'
  | 'queryEdited'
  | 'timingCannotHold'
  | 'intervalMissing'
  | 'intervalNotOffered'
  | 'blocked'
  | 'resolvedIsSent'
  | 'textsDiffer';

/** One way in which a connection differs from the plan that would repair it. */
export interface Drift {
  code: DriftCode;
  object: DriftObject;
  /** `stops`: no beats or alerts arrive, or they prove nothing. `differs`: worth knowing, the heartbeat goes on. */
  severity: 'stops' | 'differs';
  /** The difference, field by field; empty when the object is missing. */
  changes: FieldChange[];
  /** Of `timingCannotHold`. */
  timing?: TimingReason[];
  /** Of `blocked`: what keeps the plugin from repairing. */
  obstacle?: Obstacle;
}

const TIMING_FIELDS = ['evaluationInterval', 'pendingPeriod', 'groupWait', 'groupInterval', 'repeatInterval'] as const;

/** Worst first. */
const ORDER: readonly DriftCode[] = [
  'missing',
  'urlChanged',
  'methodChanged',
  'blocked',
  'followsPolicies',
  'wrongContactPoint',
  'timingCannotHold',
  'queryEdited',
  'muteTiming',
  'intervalMissing',
  'intervalNotOffered',
  'resolvedIsSent',
  'textsDiffer',
];

/** A connection that nobody adopted is not measured by our plan, except for what breaks it in any case. */
const FOR_ALL: readonly DriftCode[] = ['urlChanged', 'methodChanged', 'muteTiming'];

/**
 * Whether the plugin made or adopted any of the objects. Wider than `madeByPlugin`: after the endpoint was rotated,
 * contact points carry the uid of the old connection.
 */
export function isOurs({ madeByPlugin, alertContactPoint, heartbeatContactPoint }: Connection): boolean {
  return madeByPlugin || [alertContactPoint, heartbeatContactPoint].some((one) => one && isOurUid(one.uid));
}

/** The plan that repairs a connection; every step is `keep` when nothing is wrong. A paused rule stays paused. */
export const planRepair = (connection: Connection, observed: ObservedObjects): Plan =>
  planConnection(repairedDesired(connection, observed), observed);

/**
 * Compares a connection with the plan that would repair it, worst first. A person's own names, titles, texts, limits,
 * timing that holds, and lock are no drift: the plan takes them over. Ask only when the rules could be read.
 */
export function driftOf(connection: Connection, observed: ObservedObjects): Drift[] {
  const plan = planRepair(connection, observed);
  const drifts = [
    ...plan.steps.flatMap((step) => driftsOfStep(step, connection)),
    ...(connection.rule ? driftsOfInterval(connection) : []),
    ...plan.obstacles.flatMap(driftsOfObstacle),
  ];
  return (
    drifts
      .filter(({ code }) => isOurs(connection) || FOR_ALL.includes(code))
      // Without an interval no timing can be judged; that it is missing says it all.
      .filter(({ code }) => code !== 'timingCannotHold' || connection.interval !== undefined)
      .sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code))
  );
}

function driftsOfStep({ action, object, changes }: PlanStep, connection: Connection): Drift[] {
  if (object === 'folder') {
    return [];
  }
  if (action === 'create') {
    return [{ code: 'missing', object, severity: 'stops', changes: [] }];
  }
  const codes = new Map<DriftCode, FieldChange[]>();
  for (const change of changes) {
    const code = codeOf(change, object);
    if (code) {
      codes.set(code, [...(codes.get(code) ?? []), change]);
    }
  }
  return [...codes].map(([code, found]) => ({
    code,
    object,
    severity: code === 'resolvedIsSent' || code === 'textsDiffer' ? 'differs' : 'stops',
    changes: found,
    ...(code === 'timingCannotHold' && { timing: timingReasons(connection) }),
  }));
}

function codeOf({ field, before }: FieldChange, object: DriftObject): DriftCode | undefined {
  switch (field) {
    case 'url':
      return 'urlChanged';
    case 'httpMethod':
      return 'methodChanged';
    case 'receiver':
      return before === '' ? 'followsPolicies' : 'wrongContactPoint';
    case 'muteTimings':
      return 'muteTiming';
    case 'scope':
      return 'queryEdited';
    case 'sendResolved':
      return object === 'heartbeatContactPoint' ? 'resolvedIsSent' : undefined;
    case 'labels':
    case 'annotations':
      return 'textsDiffer';
    default:
      return TIMING_FIELDS.some((name) => name === field) ? 'timingCannotHold' : undefined;
  }
}

function timingReasons({ rule, interval }: Connection): TimingReason[] {
  return rule && interval !== undefined
    ? calculateTiming(rule, interval).verdict.reasons.filter(({ level }) => level === 'blocked')
    : [];
}

function driftsOfInterval({ interval }: Connection): Drift[] {
  const base: Omit<Drift, 'code'> = { object: 'rule', severity: 'stops', changes: [] };
  if (interval === undefined) {
    return [{ ...base, code: 'intervalMissing' }];
  }
  return isHeartbeatInterval(interval) ? [] : [{ ...base, code: 'intervalNotOffered' }];
}

function driftsOfObstacle(obstacle: Obstacle): Drift[] {
  return obstacle.blocking && obstacle.object !== 'folder'
    ? [{ code: 'blocked', object: obstacle.object, severity: 'stops', changes: [], obstacle }]
    : [];
}
