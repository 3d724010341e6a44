import type { HeartbeatRule, StoredRule } from '../../connection/model';
import { formatDuration, parseDuration } from '../../connection/timing/duration';
import { provenanceFromWire } from './contactPoint';
import { timeFromWire } from './time';
import { evaluationToWire, scopeFromWire, type Evaluation } from './scope';
import type { PlacedRule, WireAlert } from './ruleGroup';
import { groupFromWire } from './ungrouped';
import { equal } from '../../connection/equal';

/**
 * What Grafana's default notification policy gives to a rule that leaves a timing out, in seconds. An organisation
 * can change its policy; a rule that the plugin wrote leaves nothing out.
 */
const POLICY_DEFAULTS = { groupWait: 30, groupInterval: 300, repeatInterval: 14_400 };

const seconds = (text: string | undefined, fallback: number) => parseDuration(text ?? '') ?? fallback;

/** What a rule stores beyond the model, in the ruler API's form, each part without what is modelled or Grafana's own. */
interface Rest extends StoredRule {
  group: Readonly<Record<string, unknown>>;
  rule: Readonly<Record<string, unknown>>;
  alert: Readonly<Record<string, unknown>>;
  routing: Readonly<Record<string, unknown>>;
  /** The group's name in Grafana. */
  wireGroup: string;
}

const isRest = (stored: StoredRule | undefined): stored is Rest => stored !== undefined && 'alert' in stored;

const isEvaluation = (query: StoredRule | undefined): query is StoredRule & Evaluation =>
  query !== undefined && 'condition' in query;

/** Reads a rule of the ruler API. */
export function heartbeatRuleFromWire({ group, rule }: PlacedRule, folderUid: string): HeartbeatRule {
  const alert = rule.grafana_alert;
  const routing = alert.notification_settings ?? undefined;
  const annotations = rule.annotations ?? {};
  return {
    uid: alert.uid,
    folderUid,
    group: groupFromWire(group.name, alert.uid),
    title: alert.title,
    labels: rule.labels ?? {},
    annotations: withoutMark(annotations),
    scope: scopeFromWire(evaluationOf(alert)),
    receiver: routing?.receiver ?? '',
    muteTimings: routing?.mute_time_intervals ?? [],
    activeTimings: routing?.active_time_intervals ?? [],
    isPaused: alert.is_paused,
    provenance: provenanceFromWire(alert.provenance),
    version: alert.version,
    updatedAt: timeFromWire(alert.updated),
    isHalfSaved: MARK in annotations,
    stored: restOf({ group, rule }),
    query: { ...evaluationOf(alert) },
    evaluationInterval: seconds(group.interval, 60),
    pendingPeriod: seconds(rule.for, 0),
    groupWait: seconds(routing?.group_wait, POLICY_DEFAULTS.groupWait),
    groupInterval: seconds(routing?.group_interval, POLICY_DEFAULTS.groupInterval),
    repeatInterval: seconds(routing?.repeat_interval, POLICY_DEFAULTS.repeatInterval),
  };
}

const without = (object: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

/** What Grafana sets itself with every save. */
const GRAFANAS_OWN = [
  'id',
  'orgId',
  'guid',
  'version',
  'updated',
  'updated_by',
  'intervalSeconds',
  'namespace_uid',
  'namespace_id',
  'rule_group',
  'provenance',
];
const MODELLED = {
  group: ['name', 'interval', 'rules'],
  rule: ['expr', 'for', 'labels', 'annotations', 'grafana_alert'],
  alert: ['uid', 'title', 'is_paused', 'notification_settings', 'condition', 'data', 'no_data_state', 'exec_err_state'],
  routing: [
    'receiver',
    'group_wait',
    'group_interval',
    'repeat_interval',
    'mute_time_intervals',
    'active_time_intervals',
  ],
};

function restOf({ group, rule }: PlacedRule): Rest {
  const alert = rule.grafana_alert;
  return {
    wireGroup: group.name,
    group: without(group, MODELLED.group),
    rule: without(rule, MODELLED.rule),
    alert: without(alert, [...MODELLED.alert, ...GRAFANAS_OWN]),
    routing: without(alert.notification_settings ?? {}, MODELLED.routing),
  };
}

function evaluationOf(alert: WireAlert): Evaluation {
  return {
    condition: alert.condition,
    data: alert.data,
    noDataState: alert.no_data_state,
    execErrState: alert.exec_err_state,
  };
}

/** The stored evaluation as long as it is of the rule's scope, so that nothing of it changes; else the scope's own. */
function evaluationFor(rule: HeartbeatRule): Evaluation | undefined {
  const { query } = rule;
  if (isEvaluation(query) && equal(scopeFromWire(query), rule.scope)) {
    return query;
  }
  return rule.scope.kind === 'other' ? undefined : evaluationToWire(rule.scope);
}

/** A rule that follows policies has no routing of its own, unless it names a policy (13.0 on), which it keeps. */
function routingToWire(rule: HeartbeatRule): Record<string, unknown> | undefined {
  const rest = isRest(rule.stored) ? rule.stored.routing : {};
  if (!rule.receiver) {
    return Object.keys(rest).length > 0 ? rest : undefined;
  }
  return {
    ...without(rest, ['policy']),
    receiver: rule.receiver,
    group_wait: formatDuration(rule.groupWait),
    group_interval: formatDuration(rule.groupInterval),
    repeat_interval: formatDuration(rule.repeatInterval),
    ...(rule.muteTimings.length > 0 && { mute_time_intervals: rule.muteTimings }),
    ...(rule.activeTimings.length > 0 && { active_time_intervals: rule.activeTimings }),
  };
}

/** The name of the group in which a rule stands already, or else the one that it is to have. */
export function wireGroupOf(rule: HeartbeatRule, before: HeartbeatRule | undefined): string {
  return before && isRest(before.stored) && rule.group === before.group ? before.stored.wireGroup : rule.group;
}

/**
 * The rule's group, holding this rule alone, for the ruler API (ruler.json, "create group with one rule"). Undefined
 * when its query is somebody else's and is not known.
 */
export function ruleGroupToRuler(rule: HeartbeatRule, group = rule.group) {
  const evaluation = evaluationFor(rule);
  if (!evaluation) {
    return undefined;
  }
  const routing = routingToWire(rule);
  const rest = isRest(rule.stored) ? rule.stored : undefined;
  return {
    ...rest?.group,
    name: group,
    interval: formatDuration(rule.evaluationInterval),
    rules: [
      {
        ...rest?.rule,
        for: formatDuration(rule.pendingPeriod),
        labels: rule.labels,
        annotations: rule.annotations,
        grafana_alert: {
          ...rest?.alert,
          ...(rule.uid ? { uid: rule.uid } : {}),
          title: rule.title,
          condition: evaluation.condition,
          data: evaluation.data,
          no_data_state: evaluation.noDataState,
          exec_err_state: evaluation.execErrState,
          is_paused: rule.isPaused,
          ...(routing && { notification_settings: routing }),
        },
      },
    ],
  };
}

/** The same group for the provisioning API (alert-rules.json, "create a whole group in one request"). */
export function ruleGroupToProvisioning(rule: HeartbeatRule, uid: string, group = rule.group) {
  const evaluation = evaluationFor(rule);
  if (!evaluation) {
    return undefined;
  }
  const routing = routingToWire(rule);
  const rest = isRest(rule.stored) ? rule.stored : undefined;
  return {
    ...inCamelCase(rest?.group ?? {}),
    title: group,
    folderUid: rule.folderUid,
    interval: rule.evaluationInterval,
    rules: [
      {
        ...rest?.rule,
        ...inCamelCase(without(rest?.alert ?? {}, ['metadata'])),
        uid,
        title: rule.title,
        ruleGroup: group,
        folderUID: rule.folderUid,
        condition: evaluation.condition,
        data: evaluation.data,
        noDataState: evaluation.noDataState,
        execErrState: evaluation.execErrState,
        for: formatDuration(rule.pendingPeriod),
        labels: rule.labels,
        annotations: rule.annotations,
        isPaused: rule.isPaused,
        ...(routing && { notification_settings: routing }),
      },
    ],
  };
}

/** How the provisioning API writes the names of the ruler API's `grafana_alert`. */
const inCamelCase = (object: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(object).map(([name, value]) => [
      name.replace(/_(\w)/g, (_, next: string) => next.toUpperCase()),
      value,
    ])
  );

const MARK = 'irm_connect_saving';

/**
 * Marks a rule that a second call is about to finish. Grafana takes over a change between locked and editable only
 * together with a change of the rule itself (a save that changes nothing leaves the lock), and the mark is one.
 */
export function withMark(rule: HeartbeatRule): HeartbeatRule {
  return { ...rule, annotations: { ...rule.annotations, [MARK]: 'true' } };
}

const withoutMark = (annotations: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(annotations).filter(([key]) => key !== MARK));
