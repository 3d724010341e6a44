import { CONNECTION_LABEL, INTERVAL_ANNOTATION } from '../desired/objects';
import type { HeartbeatRule, HeartbeatScope, ObservedObjects } from '../model';
import { groupMates, isRuleOf } from '../observed/connections';
import { equal } from '../observed/equal';
import { formatDuration } from '../timing/duration';
import type { ChangedField, FieldChange, Obstacle, PlanStep } from './types';

export interface RulePart {
  step: PlanStep;
  obstacles: Obstacle[];
}

/** Plans the always-firing rule: `wanted` as asked for, `current` what is there for it. */
export function planRule(
  id: string,
  wanted: HeartbeatRule,
  current: HeartbeatRule | undefined,
  observed: ObservedObjects
): RulePart {
  const rule = current ? adjusted(id, current, wanted) : wanted;
  const changes = ruleChanges(current, rule);
  const base = { object: 'rule', name: rule.title, ...(rule.uid !== undefined && { uid: rule.uid }), changes } as const;
  const editability = rule.locked ? 'locked' : 'editable';
  const command = { kind: 'writeRule', rule, editability, before: current } as const;
  const obstacles = obstaclesOf(wanted, current, rule, observed);
  if (!current) {
    return { step: { ...base, action: 'create', command }, obstacles };
  }
  return {
    step: changes.length === 0 ? { ...base, action: 'keep' } : { ...base, action: 'update', command },
    obstacles,
  };
}

/**
 * Title, texts and further labels belong to the people: they are filled in, not put back. A rule that somebody
 * paused stays paused; resuming is an action of its own.
 */
function adjusted(id: string, current: HeartbeatRule, wanted: HeartbeatRule): HeartbeatRule {
  const interval = wanted.annotations[INTERVAL_ANNOTATION] ?? '';
  const isSameInterval = current.annotations[INTERVAL_ANNOTATION] === interval;
  return {
    ...wanted,
    uid: current.uid,
    folderUid: current.folderUid,
    group: current.group,
    title: current.title === '' || current.title === current.receiver ? wanted.title : current.title,
    labels: { ...wanted.labels, ...current.labels, [CONNECTION_LABEL]: id },
    // The texts name the interval, so they change with it.
    annotations: isSameInterval
      ? { ...wanted.annotations, ...current.annotations }
      : { ...current.annotations, ...wanted.annotations },
    isPaused: current.isPaused,
    locked: current.locked || (isRuleOf(current, id) && wanted.locked),
  };
}

function obstaclesOf(
  wanted: HeartbeatRule,
  current: HeartbeatRule | undefined,
  rule: HeartbeatRule,
  { rules }: ObservedObjects
): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const mates = groupMates(rule, rules);
  if (mates.length > 0) {
    const titles = mates.map(({ title }) => title);
    obstacles.push({ object: 'rule', blocking: true, reason: 'groupShared', group: rule.group, titles });
  }
  if (current?.locked && !wanted.locked) {
    obstacles.push({ object: 'rule', blocking: false, reason: 'locked', name: current.title });
  }
  return obstacles;
}

const DURATIONS = ['evaluationInterval', 'pendingPeriod', 'groupWait', 'groupInterval', 'repeatInterval'] as const;

/** What differs between two states of a rule, as text; `before` undefined for a new one, likewise `after`. */
export function ruleChanges(before: HeartbeatRule | undefined, after: HeartbeatRule | undefined): FieldChange[] {
  const fields: Array<[ChangedField, (rule: HeartbeatRule) => string]> = [
    ['title', ({ title }) => title],
    ['group', ({ group }) => group],
    ['scope', ({ scope }) => scopeText(scope)],
    ['receiver', ({ receiver }) => receiver],
    ['muteTimings', ({ muteTimings }) => [...muteTimings].sort().join(', ')],
    ...DURATIONS.map((field): [ChangedField, (rule: HeartbeatRule) => string] => [
      field,
      (rule) => formatDuration(rule[field]),
    ]),
    ['locked', ({ locked }) => (locked ? 'yes' : 'no')],
  ];
  const changes = fields.map(([field, read]) => ({
    field,
    before: before ? read(before) : '',
    after: after ? read(after) : '',
  }));
  const texts = (['labels', 'annotations'] as const).map((field) => pairChange(field, before?.[field], after?.[field]));
  return [...changes, ...texts].filter((change) => change.before !== change.after);
}

/** Of labels and annotations only those that differ are shown. */
function pairChange(
  field: 'labels' | 'annotations',
  before: Readonly<Record<string, string>> = {},
  after: Readonly<Record<string, string>> = {}
): FieldChange {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const differing = keys.filter((key) => before[key] !== after[key]);
  const show = (pairs: Readonly<Record<string, string>>) =>
    differing.flatMap((key) => (pairs[key] === undefined ? [] : `${key}=${pairs[key]}`)).join(', ');
  return { field, before: show(before), after: show(after) };
}

function scopeText(scope: HeartbeatScope): string {
  switch (scope.kind) {
    case 'alerting':
      return 'alerting';
    case 'dataSource':
      return `dataSource ${scope.dataSourceUid}`;
    case 'other':
      return scope.summary || 'other';
  }
}

/** Whether Grafana's rule is as planned. */
export function isRuleAsPlanned(actual: HeartbeatRule, planned: HeartbeatRule): boolean {
  return ruleChanges(actual, planned).length === 0 && actual.isPaused === planned.isPaused;
}

/**
 * Whether a rule is still as it was when the plan was made. Its receiver does not count: Grafana changes that itself
 * when a contact point is renamed (alert-rules.json, "and the rule follows").
 */
export function isRuleUntouched(actual: HeartbeatRule, before: HeartbeatRule): boolean {
  return equal({ ...actual, receiver: '' }, { ...before, receiver: '' });
}
