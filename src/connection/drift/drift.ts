import { withDrillMark } from '../desired/drillMark';
import { ORIGIN_LABEL } from '../desired/objects';
import type { HeartbeatRule, Integration } from '../model';
import type { Connection } from '../ownership/connections';
import { integrationChanges } from '../plan/contactPoint';
import { planConnection } from '../plan/planConnection';
import { ruleChanges } from '../plan/ruleChanges';
import type { Command, FieldChange, Obstacle, PlanStep } from '../plan/types';
import type { GrafanaObjects } from '../reading/reading';
import { calculateTiming } from '../timing/calculateTiming';
import { isHeartbeatInterval } from '../timing/presets';
import type { TimingReason } from '../timing/verdict';
import { ACCESS_PARTS, accessOf, withoutSecrets } from '../webhook/access';
import { refusedHeaders, withoutRefusedHeaders } from '../webhook/headers';
import { methodOf } from '../webhook/method';
import { comparedOnce } from './comparedOnce';
import { isInOrder } from './inOrder';
import { repairedDesired } from './repair';

/** Objects that can differ from the plan. */
type DriftObject = 'alertContactPoint' | 'heartbeatContactPoint' | 'rule';

export type DriftCode =
  | 'missing'
  | 'urlChanged'
  | 'methodChanged'
  | 'headersRefused'
  | 'accessMissing'
  | 'followsPolicies'
  | 'wrongContactPoint'
  | 'muteTiming'
  | 'activeTiming'
  | 'queryEdited'
  | 'timingCannotHold'
  | 'intervalMissing'
  | 'intervalNotOffered'
  | 'blocked'
  | 'halfSaved'
  | 'resolvedIsSent'
  | 'textsDiffer'
  | 'originMissing';

/** One way in which a connection differs from the plan that would repair it. */
export interface Drift {
  code: DriftCode;
  object: DriftObject;
  /** `stops`: no beats or alerts arrive, or they prove nothing. `differs`: worth knowing, the heartbeat goes on. */
  severity: 'stops' | 'differs';
  /** The difference, field by field, for display; empty when the object is missing. */
  changes: FieldChange[];
  /** Of `timingCannotHold`. */
  timing?: TimingReason[];
  /** Of `blocked`: what keeps the plugin from repairing. */
  obstacle?: Obstacle;
}

/** Worst first. */
const ORDER: readonly DriftCode[] = [
  'missing',
  'urlChanged',
  'methodChanged',
  'headersRefused',
  'accessMissing',
  'blocked',
  'followsPolicies',
  'wrongContactPoint',
  'timingCannotHold',
  'queryEdited',
  'muteTiming',
  'activeTiming',
  'intervalMissing',
  'intervalNotOffered',
  'halfSaved',
  'resolvedIsSent',
  'textsDiffer',
  'originMissing',
];

/** The heartbeat goes on all the same. */
const HARMLESS: readonly DriftCode[] = ['halfSaved', 'resolvedIsSent', 'textsDiffer', 'originMissing'];

/** A connection that nobody adopted is not measured by our plan, except for what breaks it in any case. */
const FOR_ALL: readonly DriftCode[] = ['urlChanged', 'methodChanged', 'headersRefused', 'muteTiming', 'activeTiming'];

/**
 * Compares a connection with the plan that would repair it, worst first. A person's own names, titles, texts, limits,
 * timing that holds, and lock are no drift: the plan takes them over. Ask only when the rules could be read. Compared
 * once for the same contact points and rules: time alone changes none of it.
 */
export const driftOf = comparedOnce((connection, objects): readonly Drift[] =>
  isInOrder(connection, objects) ? NONE : driftByPlan(connection, objects)
);

export type DriftOf = typeof driftOf;

const NONE: readonly Drift[] = [];

/** What `driftOf` finds, always by a plan. */
export const driftByPlan = (connection: Connection, objects: GrafanaObjects): Drift[] =>
  allDrifts(connection, objects).filter(({ code }) => connection.isOurs || FOR_ALL.includes(code));

/** What adopting adds of itself. */
const ADDED: readonly DriftCode[] = ['intervalMissing', 'textsDiffer', 'originMissing'];

/** How a connection made by hand differs from what the plugin would make, but for what adopting adds; worst first. */
export const differencesFromAdvice = (connection: Connection, objects: GrafanaObjects): Drift[] =>
  allDrifts(connection, objects).filter(({ code }) => !ADDED.includes(code));

function allDrifts(connection: Connection, objects: GrafanaObjects): Drift[] {
  const plan = planConnection(repairedDesired(connection, objects), objects);
  const drifts = [
    ...plan.steps.flatMap((step) => driftsOfStep(step, connection, objects)),
    ...(connection.rule ? driftsOfInterval(connection) : []),
    ...plan.obstacles.flatMap(driftsOfObstacle),
  ];
  return (
    drifts
      // Without an interval no timing can be judged; that it is missing says it all.
      .filter(({ code }) => code !== 'timingCannotHold' || connection.interval !== undefined)
      // The label is among the edited ones then.
      .filter(({ code }) => code !== 'originMissing' || !drifts.some((drift) => drift.code === 'textsDiffer'))
      .sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code))
  );
}

function driftsOfStep({ object, action, command }: PlanStep, connection: Connection, objects: GrafanaObjects): Drift[] {
  if (object === 'folder') {
    return [];
  }
  if (action === 'create') {
    return [{ code: 'missing', object, severity: 'stops', changes: [] }];
  }
  return codesOf(command, object).map((code) => ({
    code,
    object,
    severity: HARMLESS.includes(code) ? 'differs' : 'stops',
    changes: changesOf(command, code),
    ...(code === 'timingCannotHold' && { timing: timingReasons(connection, objects) }),
  }));
}

/** Which of our reasons to change the object apply, from the object as it is and as it would be. */
function codesOf(command: Command, object: DriftObject): DriftCode[] {
  if (command.kind === 'updateIntegration') {
    const isHeartbeat = object === 'heartbeatContactPoint';
    return when<Integration>(command.before, command.integration, [
      ['urlChanged', ({ url }) => url],
      [
        'accessMissing',
        ({ otherSettings }) =>
          JSON.stringify(withoutSecrets(accessOf(withoutRefusedHeaders(otherSettings, isHeartbeat)))),
      ],
      ['headersRefused', ({ otherSettings }) => refusedHeaders(otherSettings, isHeartbeat).join('\n')],
      ['methodChanged', ({ otherSettings }) => methodOf(otherSettings)],
      ['resolvedIsSent', ({ disableResolveMessage }) => isHeartbeat && disableResolveMessage],
    ]);
  }
  if (command.kind === 'writeRule' && command.before) {
    const { before, rule } = command;
    return when<HeartbeatRule>(before, rule, [
      [before.receiver === '' ? 'followsPolicies' : 'wrongContactPoint', ({ receiver }) => receiver],
      ['timingCannotHold', timingOf],
      ['queryEdited', ({ scope }) => JSON.stringify(scope)],
      ['muteTiming', ({ muteTimings }) => muteTimings.join('\n')],
      ['activeTiming', ({ activeTimings }) => activeTimings.join('\n')],
      ['halfSaved', ({ isHalfSaved }) => isHalfSaved],
      ['textsDiffer', ({ labels, annotations }) => textOf(withoutOrigin(labels)) + textOf(withDrillMark(annotations))],
      ['originMissing', ({ labels }) => labels[ORIGIN_LABEL]],
    ]);
  }
  return [];
}

function when<T>(
  before: T,
  after: T,
  checks: ReadonlyArray<readonly [DriftCode, (object: T) => unknown]>
): DriftCode[] {
  return checks.filter(([, read]) => read(before) !== read(after)).map(([code]) => code);
}

const timingOf = (rule: HeartbeatRule) =>
  [rule.evaluationInterval, rule.pendingPeriod, rule.groupWait, rule.groupInterval, rule.repeatInterval].join(' ');

const withoutOrigin = ({ [ORIGIN_LABEL]: _, ...others }: Readonly<Record<string, string>>) => others;

const textOf = (texts: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(texts).sort());

/** The fields to show beside each code. */
const FIELDS: Readonly<Partial<Record<DriftCode, ReadonlyArray<FieldChange['field']>>>> = {
  urlChanged: ['url'],
  methodChanged: ['httpMethod'],
  headersRefused: ['headers'],
  accessMissing: ACCESS_PARTS,
  resolvedIsSent: ['sendResolved'],
  followsPolicies: ['receiver'],
  wrongContactPoint: ['receiver'],
  timingCannotHold: ['evaluationInterval', 'pendingPeriod', 'groupWait', 'groupInterval', 'repeatInterval'],
  queryEdited: ['scope'],
  muteTiming: ['muteTimings'],
  activeTiming: ['activeTimings'],
  textsDiffer: ['labels', 'annotations'],
  originMissing: ['labels'],
};

function changesOf(command: Command, code: DriftCode): FieldChange[] {
  const all =
    command.kind === 'updateIntegration'
      ? integrationChanges(command.before, command.integration)
      : command.kind === 'writeRule'
        ? ruleChanges(command.before, command.rule)
        : [];
  return all.filter(({ field }) => FIELDS[code]?.includes(field));
}

function timingReasons({ rule, interval }: Connection, { evaluation }: GrafanaObjects): TimingReason[] {
  return rule && interval !== undefined
    ? calculateTiming(rule, interval, { evaluation }).verdict.reasons.filter(({ level }) => level === 'blocked')
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
  // That a secret has to be entered for the repair does not keep from it: `accessMissing` says what is wrong.
  return obstacle.blocking && obstacle.object !== 'folder' && obstacle.reason !== 'secretNeeded'
    ? [{ code: 'blocked', object: obstacle.object, severity: 'stops', changes: [], obstacle }]
    : [];
}
