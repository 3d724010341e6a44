import * as v from 'valibot';
import { formatDuration } from '../../connection/timing/duration';
import type { ruleGroupToRuler } from './heartbeatRuleToWire';
import { EXPRESSIONS, FOLDER, renamed, SETTINGS, type RuleObject } from './ruleObject';

const FROM_RULER: Readonly<Record<string, string>> = SETTINGS;

type RulerGroup = NonNullable<ReturnType<typeof ruleGroupToRuler>>;

/**
 * The object for a rule in the ruler API's form (app-platform-rules.json, "create with a chosen name"): a new one under
 * `name`, or the stored one with what is not in the form left as it is.
 */
export function ruleObjectFrom(
  group: RulerGroup,
  { namespace, name, folderUid, stored }: { namespace: string; name: string; folderUid: string; stored?: RuleObject }
) {
  const [rule] = group.rules;
  const { for: _, ...keptSpec } = stored?.spec ?? {};
  const alert = rule?.grafana_alert;
  const settings = alert?.notification_settings;
  const { keep_firing_for: keepFiringFor } = { keep_firing_for: undefined, ...rule };
  const kept = { ...keptSpec, ...(!stored && keepFiringFor !== undefined && { keepFiringFor }) };
  return {
    kind: 'AlertRule',
    apiVersion: 'rules.alerting.grafana.app/v0alpha1',
    metadata: stored?.metadata ?? { name, namespace, annotations: { [FOLDER]: folderUid } },
    spec: {
      ...kept,
      title: alert?.title,
      paused: alert?.is_paused,
      trigger: { ...stored?.spec.trigger, interval: group.interval },
      labels: rule?.labels,
      annotations: rule?.annotations,
      ...(rule && rule.for !== '0s' && { for: rule.for }),
      noDataState: alert?.no_data_state,
      execErrState: alert?.exec_err_state,
      notificationSettings: settings && renamed(settings, FROM_RULER),
      expressions: Object.fromEntries(
        (alert?.data ?? []).map((query) => [query.refId, expressionOf(query, query.refId === alert?.condition)])
      ),
    },
  };
}

type RulerQuery = RulerGroup['rules'][number]['grafana_alert']['data'][number];

const timeRange = v.fallback(v.looseObject({ from: v.optional(v.number(), 0), to: v.optional(v.number(), 0) }), {
  from: 0,
  to: 0,
});

/** A built-in expression has no time range and no data source here. */
function expressionOf({ datasourceUid, model, ...query }: RulerQuery, isSource: boolean) {
  const { from, to } = v.parse(timeRange, query['relativeTimeRange']);
  return {
    ...(query['queryType'] ? { queryType: query['queryType'] } : {}),
    ...(datasourceUid !== EXPRESSIONS && {
      relativeTimeRange: { from: formatDuration(from), to: formatDuration(to) },
      datasourceUID: datasourceUid,
    }),
    model,
    ...(isSource && { source: true }),
  };
}
