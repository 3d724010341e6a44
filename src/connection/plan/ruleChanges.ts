import { equal } from '../equal';
import { isLocked, type HeartbeatRule, type HeartbeatScope } from '../model';
import { formatDuration } from '../timing/duration';
import type { ChangedField, FieldChange } from './types';

/** What notification policies decide for a rule that names no contact point. */
export const OF_NOTIFICATIONS = ['groupWait', 'groupInterval', 'repeatInterval'] as const;

const isOfNotifications = (field: string) => OF_NOTIFICATIONS.some((one) => one === field);

const DURATIONS = ['evaluationInterval', 'pendingPeriod', 'groupWait', 'groupInterval', 'repeatInterval'] as const;

/** What differs between two states of a rule, as text; `before` undefined for a new one, likewise `after`. */
export function ruleChanges(before: HeartbeatRule | undefined, after: HeartbeatRule | undefined): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [field, read] of FIELDS) {
    const [was, is] = [before ? read(before) : '', after ? read(after) : ''];
    if (was !== is) {
      changes.push({ field, before: was, after: is });
    }
  }
  // Only worth telling where it changes.
  if (before && after && before.isPaused !== after.isPaused) {
    changes.push({ field: 'paused', before: yesOrNo(before.isPaused), after: yesOrNo(after.isPaused) });
  }
  for (const field of ['labels', 'annotations'] as const) {
    changes.push(...pairChanges(field, before?.[field], after?.[field]));
  }
  return changes;
}

const yesOrNo = (value: boolean) => (value ? 'yes' : 'no');

/** A name with a comma in it is quoted, so that it is not taken for two. */
const listed = (names: readonly string[]) =>
  [...names]
    .sort()
    .map((name) => (name.includes(',') ? JSON.stringify(name) : name))
    .join(', ');

const FIELDS: ReadonlyArray<[ChangedField, (rule: HeartbeatRule) => string]> = [
  ['title', ({ title }) => title],
  ['group', ({ group }) => group],
  ['scope', ({ scope }) => scopeText(scope)],
  ['receiver', ({ receiver }) => receiver],
  ['muteTimings', ({ muteTimings }) => listed(muteTimings)],
  ['activeTimings', ({ activeTimings }) => listed(activeTimings)],
  ...DURATIONS.map((field): [ChangedField, (rule: HeartbeatRule) => string] => [
    field,
    // Of a rule that follows policies the timing of notifications is theirs.
    (rule) => (rule.receiver === '' && isOfNotifications(field) ? '' : formatDuration(rule[field])),
  ]),
  ['locked', (rule) => yesOrNo(isLocked(rule))],
];

/** Of labels and annotations only those that differ are shown. Different ones may read alike. */
function pairChanges(
  field: 'labels' | 'annotations',
  before: Readonly<Record<string, string>> = {},
  after: Readonly<Record<string, string>> = {}
): FieldChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const differing = keys.filter((key) => before[key] !== after[key]).sort();
  const show = (pairs: Readonly<Record<string, string>>) =>
    differing.flatMap((key) => (pairs[key] === undefined ? [] : `${key}=${pairs[key]}`)).join(', ');
  return differing.length > 0 ? [{ field, before: show(before), after: show(after) }] : [];
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

/** Whether Grafana's rule is as planned, and not half-saved. */
export const isRuleAsPlanned = (actual: HeartbeatRule, planned: HeartbeatRule): boolean =>
  ruleChanges(actual, planned).length === 0 && !actual.isHalfSaved;

/**
 * Whether a rule is still as it was when the plan was made, whatever else it stores included. Its receiver does not
 * count here: Grafana changes that itself when a contact point is renamed (alert-rules.json, "and the rule follows"),
 * and the version with it. Whether that was so is to be asked where the receivers differ.
 */
export const isRuleUntouched = (actual: HeartbeatRule, before: HeartbeatRule): boolean =>
  equal(withoutGrafanasOwn(actual), withoutGrafanasOwn(before));

/** The scope tells what the query is, unless it is somebody else's. */
const withoutGrafanasOwn = ({ whereabouts: _, ...rule }: HeartbeatRule) => ({
  ...rule,
  ...(rule.receiver === '' && { groupWait: 0, groupInterval: 0, repeatInterval: 0 }),
  ...{ receiver: '', version: 0, updatedAt: 0 },
  query: rule.scope.kind === 'other' ? rule.query : undefined,
});

/**
 * Whether a rule is what a write of `planned` in two calls leaves behind after the first: everything as planned but the
 * lock.
 */
export const isHalfOf = (actual: HeartbeatRule, planned: HeartbeatRule): boolean =>
  actual.isHalfSaved && ruleChanges(actual, planned).every(({ field }) => field === 'locked');
