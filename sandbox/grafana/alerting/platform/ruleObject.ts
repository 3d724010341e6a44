import type { NotificationSettings } from '../../context';
import { objectUid } from '../../platform/receiverObject';
import { asObject, asText, type JsonObject } from '../../requestBody';
import { formatDuration, formatGoSeconds } from '../duration';
import { EXPRESSION_SOURCE, type RuleQuery, type StoredRule } from '../rules/rule';
import { ownGroup } from '../rules/ungrouped';
import { inSeconds } from '../times';

function isUngrouped(rule: StoredRule): boolean {
  return rule.group === ownGroup(rule.uid);
}

const SETTING_NAMES = {
  group_by: 'groupBy',
  group_wait: 'groupWait',
  group_interval: 'groupInterval',
  repeat_interval: 'repeatInterval',
  mute_time_intervals: 'muteTimeIntervals',
  active_time_intervals: 'activeTimeIntervals',
} as const;

function shownSettings({ receiver, ...others }: NotificationSettings) {
  const names: Record<string, string> = SETTING_NAMES;
  const entries = Object.entries(others).map(([name, value]) => [names[name] ?? name, value]);
  return { receiver, ...(Object.fromEntries(entries) as object) };
}

function shownExpression(
  { queryType, relativeTimeRange: { from, to }, datasourceUid, model }: RuleQuery,
  isSource: boolean
) {
  const isQuery = datasourceUid !== EXPRESSION_SOURCE;
  return {
    ...(isQuery && { relativeTimeRange: { from: formatGoSeconds(from), to: formatGoSeconds(to) } }),
    ...(queryType && { queryType }),
    ...(isQuery && { datasourceUID: datasourceUid }),
    model,
    ...(isSource && { source: true }),
  };
}

function shownSpec(rule: StoredRule) {
  const { labels, annotations, notificationSettings } = rule;
  return {
    title: rule.title,
    ...(rule.isPaused && { paused: true }),
    trigger: { interval: formatDuration(rule.intervalSeconds * 1000) },
    ...(labels && { labels }),
    ...(annotations && { annotations }),
    ...(rule.pendingMs > 0 && { for: formatDuration(rule.pendingMs) }),
    ...(rule.keepFiringMs > 0 && { keepFiringFor: formatDuration(rule.keepFiringMs) }),
    ...(rule.missingSeriesEvals !== undefined && { missingSeriesEvalsToResolve: rule.missingSeriesEvals }),
    noDataState: rule.noDataState,
    execErrState: rule.execErrState,
    ...(notificationSettings && { notificationSettings: shownSettings(notificationSettings) }),
    expressions: Object.fromEntries(
      rule.data.map((query) => [query.refId, shownExpression(query, query.refId === rule.condition)])
    ),
  };
}

/** A rule as an object; the answer to creating it knows neither its version nor its author yet. */
export function ruleObject(rule: StoredRule, isNew = false) {
  const updated = inSeconds(rule.updated);
  const author = rule.updatedBy.uid;
  const grouped = { 'grafana.com/group': rule.group, 'grafana.com/group-index': String(rule.index - 1) };
  return {
    metadata: {
      name: rule.uid,
      namespace: 'default',
      uid: objectUid('AlertRule', rule.uid),
      resourceVersion: isNew ? '0' : String(rule.version),
      labels: { 'grafana.app/folder': rule.folderUid, ...(isUngrouped(rule) ? {} : grouped) },
      annotations: {
        'grafana.app/folder': rule.folderUid,
        ...(isNew ? {} : { 'grafana.app/updatedBy': author }),
        'grafana.app/updatedTimestamp': updated,
        'grafana.com/provenance': rule.provenance,
        'grafana.com/updateTimestamp': updated,
        ...(isNew ? {} : { 'grafana.com/updatedBy': author }),
      },
    },
    spec: shownSpec(rule),
    status: {},
  };
}

const DURATION = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;

function secondsOf(text: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] = DURATION.exec(text) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** The spec in the words of the provisioning API, which reads it from there. */
export function provisioningForm(spec: JsonObject): JsonObject {
  const expressions = Object.entries(asObject(spec.expressions)).map(([refId, value]) => {
    const { queryType, relativeTimeRange, datasourceUID, model, source } = asObject(value);
    const { from, to } = asObject(relativeTimeRange);
    return {
      query: {
        refId,
        queryType,
        relativeTimeRange: { from: secondsOf(asText(from)), to: secondsOf(asText(to)) },
        datasourceUid: asText(datasourceUID) || EXPRESSION_SOURCE,
        model,
      },
      isSource: source === true,
    };
  });
  const settings = asObject(spec.notificationSettings);
  const entries = Object.entries(SETTING_NAMES).map(([name, theirs]) => [name, settings[theirs]]);
  return {
    title: spec.title,
    condition: expressions.find(({ isSource }) => isSource)?.query.refId,
    data: expressions.map(({ query }) => query),
    noDataState: spec.noDataState,
    execErrState: spec.execErrState,
    for: spec.for,
    keep_firing_for: spec.keepFiringFor,
    missingSeriesEvalsToResolve: spec.missingSeriesEvalsToResolve,
    labels: spec.labels,
    annotations: spec.annotations,
    isPaused: spec.paused,
    notification_settings: spec.notificationSettings && {
      receiver: settings.receiver,
      ...Object.fromEntries(entries),
    },
  };
}
