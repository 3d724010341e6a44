import { drillMarkOf, withDrillMark } from '../desired/drillMark';
import { CONNECTION_LABEL, FOLDER, INTERVAL_ANNOTATION, ORIGIN_LABEL, withNumber } from '../desired/objects';
import { bytesOf, LONGEST_TITLE } from '../desired/names';
import { isLocked, isOursToChange, type HeartbeatRule } from '../model';
import { groupMates, isMarked } from '../ownership/rules';
import type { GrafanaObjects, GrafanaReading } from '../reading/reading';
import { leadsAlike } from '../reading/routedByPolicy';
import { isRuleAsPlanned, OF_NOTIFICATIONS, ruleChanges } from './ruleChanges';
import type { Obstacle, PlanStep } from './types';

export interface RulePart {
  step: PlanStep;
  obstacles: Obstacle[];
}

/** Plans the always-firing rule: `wanted` as asked for, `current` what is there for it. */
export function planRule(
  id: string,
  wanted: HeartbeatRule,
  current: HeartbeatRule | undefined,
  objects: GrafanaObjects
): RulePart {
  const rule = current
    ? tidied(current, adjusted(id, current, wanted))
    : { ...wanted, group: freeGroup(wanted, objects) };
  return { step: ruleStep(current, rule), obstacles: ruleObstacles(current, rule, isLocked(wanted), objects) };
}

/** Creates or changes a rule; it stays locked or editable. */
export function ruleStep(before: HeartbeatRule | undefined, rule: HeartbeatRule): PlanStep {
  const changes = ruleChanges(before, rule);
  const base = { object: 'rule', name: rule.title, ...(rule.uid !== undefined && { uid: rule.uid }), changes } as const;
  if (!before) {
    return { ...base, action: 'create', command: { kind: 'writeRule', rule, before } };
  }
  return changes.length === 0 && !before.isHalfSaved
    ? { ...base, action: 'keep', command: { kind: 'keepRule', rule: before } }
    : { ...base, action: 'update', command: { kind: 'writeRule', rule, before } };
}

/** The group called after the connection, or with a number where another connection took it along in a rotation. */
function freeGroup(wanted: HeartbeatRule, { rules, otherRules }: GrafanaObjects): string {
  let { group } = wanted;
  for (let number = 2; groupMates({ ...wanted, group }, rules, otherRules).length > 0; number += 1) {
    group = withNumber(wanted.group, number);
  }
  return group;
}

/**
 * Title, texts and further labels belong to the people: they are filled in, not put back. A rule that somebody
 * paused stays paused; resuming is an action of its own.
 */
function adjusted(id: string, current: HeartbeatRule, wanted: HeartbeatRule): HeartbeatRule {
  const interval = wanted.annotations[INTERVAL_ANNOTATION] ?? '';
  const isSameInterval = current.annotations[INTERVAL_ANNOTATION] === interval;
  const isRouted = staysRouted(current, wanted);
  return {
    ...current,
    title: current.title === '' || current.title === current.receiver ? wanted.title : current.title,
    labels: { ...labelsToFill(current, wanted, isRouted), ...current.labels, [CONNECTION_LABEL]: id },
    // The texts name the interval, so they change with it.
    annotations: isSameInterval
      ? { ...wanted.annotations, ...current.annotations }
      : { ...current.annotations, ...wanted.annotations },
    scope: wanted.scope,
    receiver: isRouted ? '' : wanted.receiver,
    muteTimings: wanted.muteTimings,
    activeTimings: wanted.activeTimings,
    isHalfSaved: false,
    provenance: isLocked(current) || !isMarked(current) ? current.provenance : wanted.provenance,
    evaluationInterval: wanted.evaluationInterval,
    pendingPeriod: wanted.pendingPeriod,
    groupWait: wanted.groupWait,
    groupInterval: wanted.groupInterval,
    repeatInterval: wanted.repeatInterval,
  };
}

/**
 * Whether the notification policies lead the rule where it is to send, as often as is wanted; then that is left to them.
 */
const staysRouted = (current: HeartbeatRule, wanted: HeartbeatRule): boolean =>
  current.receiver === '' &&
  current.whereabouts?.routedTo === wanted.receiver &&
  OF_NOTIFICATIONS.every((field) => current[field] === wanted[field]);

/**
 * Whose rule it is in Grafana's pages is no reason to ask for a change where the plugin may make none. `severity` is left
 * out where policies decide, as many of them go by it.
 */
function labelsToFill(
  { provenance }: HeartbeatRule,
  { labels }: HeartbeatRule,
  isRouted: boolean
): HeartbeatRule['labels'] {
  const { [ORIGIN_LABEL]: origin, severity, ...others } = labels;
  return {
    ...others,
    ...(!isRouted && severity !== undefined && { severity }),
    ...(isOursToChange(provenance) && origin !== undefined && { [ORIGIN_LABEL]: origin }),
  };
}

/** What a drill noted goes along with the next change once the rule runs again; by itself it is no reason for one. */
function tidied(current: HeartbeatRule, rule: HeartbeatRule): HeartbeatRule {
  const isLeftOver = !current.isPaused && drillMarkOf(current) !== undefined;
  return isLeftOver && ruleChanges(current, rule).length > 0
    ? { ...rule, annotations: withDrillMark(rule.annotations) }
    : rule;
}

/** What stands in the way of a rule's change: others in its group, a title that is too long, a lock. */
export function ruleObstacles(
  current: HeartbeatRule | undefined,
  rule: HeartbeatRule,
  wantsLock: boolean,
  { rules, otherRules, elsewhere, isOwnFolderOnly }: GrafanaObjects & Pick<GrafanaReading, 'elsewhere'>
): Obstacle[] {
  const isChanged = !current || ruleChanges(current, rule).length > 0;
  const obstacles: Obstacle[] = isOwnFolderOnly === true && isChanged ? outOfReach(rule) : [];
  const policies = elsewhere?.policies;
  if (current && rule.receiver === '' && policies && !leadsAlike(current, rule, policies)) {
    obstacles.push({ object: 'rule', blocking: true, reason: 'labelsReroute', title: rule.title });
  }
  const mates = groupMates(rule, rules, otherRules);
  if (mates.length > 0 && !leavesGroup(rule, current)) {
    const titles = mates.map(({ title }) => title);
    obstacles.push({ object: 'rule', blocking: true, reason: 'groupShared', group: rule.group, titles });
  }
  const bytes = bytesOf(rule.title);
  if (bytes > LONGEST_TITLE && rule.title !== current?.title) {
    const { title } = rule;
    obstacles.push({ object: 'rule', blocking: true, reason: 'titleTooLong', title, bytes, most: LONGEST_TITLE });
  }
  return current ? [...obstacles, ...lockObstacles(current, rule, wantsLock)] : obstacles;
}

/**
 * Whether a change is the rule's alone, so that others of its group stay as they are: a group has one interval, and a
 * rule that is new, moves or is locked is written with its group.
 */
export const leavesGroup = (rule: HeartbeatRule, current: HeartbeatRule | undefined): boolean =>
  current?.uid !== undefined &&
  rule.group === current.group &&
  rule.folderUid === current.folderUid &&
  rule.evaluationInterval === current.evaluationInterval &&
  isLocked(rule) === isLocked(current);

/** What a rule in another folder means for whoever may write to the plugin's own only. */
export const outOfReach = ({ folderUid, title }: HeartbeatRule): Obstacle[] =>
  folderUid === FOLDER.uid ? [] : [{ object: 'rule', blocking: true, reason: 'otherFolder', title }];

function lockObstacles(current: HeartbeatRule, rule: HeartbeatRule, wantsLock: boolean): Obstacle[] {
  const { title: name, uid = '', provenance } = current;
  if (provenance === 'none') {
    return [];
  }
  if (provenance === 'api') {
    return wantsLock ? [] : [{ object: 'rule', blocking: false, reason: 'locked', name }];
  }
  return isRuleAsPlanned(current, rule)
    ? []
    : [{ object: 'rule', blocking: true, reason: 'keptElsewhere', name, uid, by: provenance, isRemoval: false }];
}
