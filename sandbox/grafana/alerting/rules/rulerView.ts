import { formatDuration } from '../duration';
import { inSeconds } from '../times';
import type { StoredRule } from './rule';

export const EDITOR_DEFAULTS = {
  simplified_query_and_expressions_section: false,
  simplified_notifications_section: false,
};

/** A rule as the ruler API writes it. */
export function rulerNode(rule: StoredRule): Record<string, unknown> {
  const { labels, annotations, notificationSettings, provenance, missingSeriesEvals, otherFields } = rule;
  return {
    expr: '',
    for: formatDuration(rule.pendingMs),
    keep_firing_for: formatDuration(rule.keepFiringMs),
    ...(labels && { labels }),
    ...(annotations && { annotations }),
    ...otherFields?.rule,
    grafana_alert: {
      title: rule.title,
      condition: rule.condition,
      data: rule.data,
      updated: inSeconds(rule.updated),
      updated_by: rule.updatedBy,
      intervalSeconds: rule.intervalSeconds,
      version: rule.version,
      uid: rule.uid,
      namespace_uid: rule.folderUid,
      rule_group: rule.group,
      no_data_state: rule.noDataState,
      exec_err_state: rule.execErrState,
      ...(provenance && { provenance }),
      is_paused: rule.isPaused,
      ...(notificationSettings && { notification_settings: notificationSettings }),
      ...(missingSeriesEvals !== undefined && { missing_series_evals_to_resolve: missingSeriesEvals }),
      ...otherFields?.alert,
      metadata: { editor_settings: { ...EDITOR_DEFAULTS, ...rule.editorSettings } },
      guid: rule.guid,
    },
  };
}

export function rulerGroup(rules: StoredRule[]): Record<string, unknown> {
  const [first] = rules;
  const interval = formatDuration((first?.intervalSeconds ?? 0) * 1000);
  return { name: first?.group ?? '', interval, rules: rules.map(rulerNode) };
}

/** All groups of some rules, in the order of their names. */
export function rulerGroups(rules: StoredRule[]): Array<Record<string, unknown>> {
  const groups = new Map<string, StoredRule[]>();
  for (const rule of rules) {
    const members = groups.get(rule.group) ?? [];
    groups.set(rule.group, members);
    members.push(rule);
  }
  return [...groups.keys()].sort().map((name) => {
    const members = groups.get(name) ?? [];
    return rulerGroup(members.sort((a, b) => a.index - b.index));
  });
}
