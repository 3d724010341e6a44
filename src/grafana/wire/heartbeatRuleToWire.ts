import { equal } from '../../connection/equal';
import type { HeartbeatRule, StoredRule } from '../../connection/model';
import { formatDuration } from '../../connection/timing/duration';
import { MARK, without, type Rest } from './heartbeatRule';
import { evaluationToWire, scopeFromWire, type Evaluation } from './scope';

const isRest = (stored: StoredRule | undefined): stored is Rest => stored !== undefined && 'alert' in stored;

const isEvaluation = (query: StoredRule | undefined): query is StoredRule & Evaluation =>
  query !== undefined && 'condition' in query;

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

/**
 * Marks a rule that a second call is about to finish. Grafana takes over a change between locked and editable only
 * together with a change of the rule itself (a save that changes nothing leaves the lock), and the mark is one.
 */
export function withMark(rule: HeartbeatRule): HeartbeatRule {
  return { ...rule, annotations: { ...rule.annotations, [MARK]: 'true' } };
}
