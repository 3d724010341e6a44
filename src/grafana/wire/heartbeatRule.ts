import type { HeartbeatRule } from '../../connection/model';
import { formatDuration, parseDuration } from '../../connection/timing/duration';
import { scopeFromWire, type Evaluation } from './scope';
import type { PlacedRule, WireAlert } from './ruleGroup';

/**
 * What Grafana's default notification policy gives to a rule that leaves a timing out, in seconds. An organisation
 * can change its policy; a rule that the plugin wrote leaves nothing out.
 */
const POLICY_DEFAULTS = { groupWait: 30, groupInterval: 300, repeatInterval: 14_400 };

const seconds = (text: string | undefined, fallback: number) => parseDuration(text ?? '') ?? fallback;

/** Reads a rule of the ruler API. */
export function heartbeatRuleFromWire({ group, rule }: PlacedRule, folderUid: string): HeartbeatRule {
  const alert = rule.grafana_alert;
  const routing = alert.notification_settings ?? undefined;
  return {
    uid: alert.uid,
    folderUid,
    group: group.name,
    title: alert.title,
    labels: rule.labels ?? {},
    annotations: withoutMark(rule.annotations ?? {}),
    scope: scopeFromWire(evaluationOf(alert)),
    receiver: routing?.receiver ?? '',
    muteTimings: routing?.mute_time_intervals ?? [],
    isPaused: alert.is_paused,
    locked: alert.provenance !== '',
    evaluationInterval: seconds(group.interval, 60),
    pendingPeriod: seconds(rule.for, 0),
    groupWait: seconds(routing?.group_wait, POLICY_DEFAULTS.groupWait),
    groupInterval: seconds(routing?.group_interval, POLICY_DEFAULTS.groupInterval),
    repeatInterval: seconds(routing?.repeat_interval, POLICY_DEFAULTS.repeatInterval),
  };
}

export function evaluationOf(alert: WireAlert): Evaluation {
  return {
    condition: alert.condition,
    data: alert.data,
    noDataState: alert.no_data_state,
    execErrState: alert.exec_err_state,
  };
}

function routingToWire(rule: HeartbeatRule) {
  return {
    receiver: rule.receiver,
    group_wait: formatDuration(rule.groupWait),
    group_interval: formatDuration(rule.groupInterval),
    repeat_interval: formatDuration(rule.repeatInterval),
    ...(rule.muteTimings.length > 0 ? { mute_time_intervals: rule.muteTimings } : {}),
  };
}

/** The rule's group, holding this rule alone, for the ruler API (ruler.json, "create group with one rule"). */
export function ruleGroupToRuler(rule: HeartbeatRule, evaluation: Evaluation) {
  return {
    name: rule.group,
    interval: formatDuration(rule.evaluationInterval),
    rules: [
      {
        for: formatDuration(rule.pendingPeriod),
        labels: rule.labels,
        annotations: rule.annotations,
        grafana_alert: {
          ...(rule.uid ? { uid: rule.uid } : {}),
          title: rule.title,
          condition: evaluation.condition,
          data: evaluation.data,
          no_data_state: evaluation.noDataState,
          exec_err_state: evaluation.execErrState,
          is_paused: rule.isPaused,
          ...(rule.receiver ? { notification_settings: routingToWire(rule) } : {}),
        },
      },
    ],
  };
}

/** The same group for the provisioning API (alert-rules.json, "create a whole group in one request"). */
export function ruleGroupToProvisioning(rule: HeartbeatRule, uid: string, evaluation: Evaluation) {
  return {
    title: rule.group,
    folderUid: rule.folderUid,
    interval: rule.evaluationInterval,
    rules: [
      {
        uid,
        title: rule.title,
        ruleGroup: rule.group,
        folderUID: rule.folderUid,
        condition: evaluation.condition,
        data: evaluation.data,
        noDataState: evaluation.noDataState,
        execErrState: evaluation.execErrState,
        for: formatDuration(rule.pendingPeriod),
        labels: rule.labels,
        annotations: rule.annotations,
        isPaused: rule.isPaused,
        ...(rule.receiver ? { notification_settings: routingToWire(rule) } : {}),
      },
    ],
  };
}

const MARK = 'irm_connect_saving';

/**
 * Marks a rule that a second call is about to finish. Grafana takes over a change between locked and editable only
 * together with a change of the rule itself (`delta.IsEmpty` in its provisioning service), and the mark is one.
 */
export function withMark(rule: HeartbeatRule): HeartbeatRule {
  return { ...rule, annotations: { ...rule.annotations, [MARK]: 'true' } };
}

function withoutMark(annotations: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(annotations).filter(([key]) => key !== MARK));
}
