import { hclLines, type HclItem } from '../../exports/hcl';
import { fnv1 } from '../../fnv';
import { formatDuration } from '../duration';
import type { RuleQuery, StoredRule } from './rule';

function queryItem({ refId, queryType, relativeTimeRange: { from, to }, datasourceUid, model }: RuleQuery): HclItem {
  const range: HclItem[] = [
    { attribute: 'from', value: from },
    { attribute: 'to', value: to },
  ];
  return {
    block: 'data',
    items: [
      { attribute: 'ref_id', value: refId },
      ...(queryType ? [{ attribute: 'query_type', value: queryType }] : []),
      { block: 'relative_time_range', items: range },
      { attribute: 'datasource_uid', value: datasourceUid },
      { attribute: 'model', value: JSON.stringify(model) },
    ],
  };
}

function settingsItems({ notificationSettings }: StoredRule): HclItem[] {
  if (!notificationSettings) {
    return [];
  }
  const { receiver, group_by, group_wait, group_interval, repeat_interval, mute_time_intervals } = notificationSettings;
  const named = { contact_point: receiver, group_by, group_wait, group_interval, repeat_interval };
  const items = Object.entries({ ...named, mute_timings: mute_time_intervals }).flatMap(([attribute, value]) =>
    value === undefined ? [] : [{ attribute, value }]
  );
  return [{ block: 'notification_settings', items }];
}

function ruleItem(rule: StoredRule): HclItem {
  const durations = { for: rule.pendingMs, keep_firing_for: rule.keepFiringMs };
  return {
    block: 'rule',
    items: [
      { attribute: 'name', value: rule.title },
      { attribute: 'condition', value: rule.condition },
      ...rule.data.map(queryItem),
      { attribute: 'no_data_state', value: rule.noDataState },
      { attribute: 'exec_err_state', value: rule.execErrState },
      ...Object.entries(durations)
        .filter(([, ms]) => ms > 0)
        .map(([attribute, ms]) => ({ attribute, value: formatDuration(ms) })),
      ...(rule.annotations ? [{ attribute: 'annotations', entries: rule.annotations }] : []),
      ...(rule.labels ? [{ attribute: 'labels', entries: rule.labels }] : []),
      { attribute: 'is_paused', value: rule.isPaused },
      ...settingsItems(rule),
    ],
  };
}

/** A rule group as a Terraform resource. */
export function ruleGroupHcl(rules: StoredRule[]): string {
  const { group = '', folderUid = '', intervalSeconds = 0 } = rules[0] ?? {};
  const items: HclItem[] = [
    { attribute: 'org_id', value: 1 },
    { attribute: 'name', value: group },
    { attribute: 'folder_uid', value: folderUid },
    { attribute: 'interval_seconds', value: intervalSeconds },
    ...rules.map(ruleItem),
  ];
  const name = `rule_group_${fnv1(Buffer.from(group + folderUid))}`;
  return [`resource "grafana_rule_group" "${name}" {`, ...hclLines(items, '  '), '}', ''].join('\n');
}
