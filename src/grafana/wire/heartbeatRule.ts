import type { HeartbeatRule, StoredRule } from '../../connection/model';
import { parseDuration } from '../../connection/timing/duration';
import { provenanceFromWire } from './contactPoint';
import { timeFromWire } from './time';
import { scopeFromWire, type Evaluation } from './scope';
import type { PlacedRule, WireAlert } from './ruleGroup';
import { groupFromWire } from './ungrouped';

/**
 * What Grafana's default notification policy gives to a rule that leaves a timing out, in seconds. An organisation
 * can change its policy; a rule that the plugin wrote leaves nothing out.
 */
const POLICY_DEFAULTS = { groupWait: 30, groupInterval: 300, repeatInterval: 14_400 };

const seconds = (text: string | undefined, fallback: number) => parseDuration(text ?? '') ?? fallback;

/** What a rule stores beyond the model, in the ruler API's form, each part without what is modelled or Grafana's own. */
export interface Rest extends StoredRule {
  group: Readonly<Record<string, unknown>>;
  rule: Readonly<Record<string, unknown>>;
  alert: Readonly<Record<string, unknown>>;
  routing: Readonly<Record<string, unknown>>;
  /** The group's name in Grafana. */
  wireGroup: string;
}

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

/** A copy of an object without these fields. */
export const without = (object: object, names: readonly string[]): Record<string, unknown> =>
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

/** Annotation of a rule that a second call is about to finish. */
export const MARK = 'irm_connect_saving';

const withoutMark = (annotations: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(annotations).filter(([key]) => key !== MARK));
