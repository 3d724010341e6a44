import type { GrafanaVersion } from '../../context';
import type { Alert } from '../dispatch/alerts';
import { labelFingerprint } from '../fingerprint';
import type { Labels } from '../labels';
import { routingLabels } from '../routingLabels';
import type { StoredRule } from '../rules/rule';
import type { Instance, InstanceState } from './instance';

/** The labels of a rule's series as the rule state API and the state history show them. */
export function instanceLabels(rule: StoredRule, folderTitle: string): Labels {
  return { ...rule.labels, alertname: rule.title, grafana_folder: folderTitle };
}

/** The same with the labels that lead to the rule's own contact point. */
export function routedLabels(rule: StoredRule, folderTitle: string): Labels {
  const routing = rule.notificationSettings ? routingLabels(rule.notificationSettings) : {};
  return { ...instanceLabels(rule, folderTitle), ...routing };
}

function valueString({ values, types }: Instance, version: GrafanaVersion): string {
  return Object.entries(values)
    .map(([refId, value]) => {
      const type = version === '12.3.0' ? '' : ` type='${types[refId] ?? ''}'`;
      return `[ var='${refId}' labels={}${type} value=${value} ]`;
    })
    .join(', ');
}

/** A rule without data, or with a failing query, alerts under another name; the rule's own title moves to a label. */
const OTHER_NAME: Partial<Record<InstanceState, string>> = { NoData: 'DatasourceNoData', Error: 'DatasourceError' };

interface AlertOptions {
  rule: StoredRule;
  instance: Instance;
  /** The state whose alert is meant: that of before when it is being resolved. */
  state: InstanceState;
  folderTitle: string;
  endsAt: number;
  now: number;
  rootUrl: string;
  version: GrafanaVersion;
}

export function alertOfInstance({
  rule,
  instance,
  state,
  folderTitle,
  endsAt,
  now,
  rootUrl,
  version,
}: AlertOptions): Alert {
  const labels: Labels = { ...routedLabels(rule, folderTitle), __alert_rule_uid__: rule.uid };
  const otherName = OTHER_NAME[state];
  if (otherName) {
    labels.rulename = rule.title;
    labels.alertname = otherName;
  }
  const annotations: Labels = { ...rule.annotations, __orgId__: '1' };
  if (Object.keys(instance.values).length > 0) {
    annotations.__value_string__ = valueString(instance, version);
    annotations.__values__ = JSON.stringify(instance.values);
  }
  if (instance.error !== undefined) {
    annotations.Error = instance.error;
  }
  if (instance.reason) {
    annotations.grafana_state_reason = instance.reason;
  }
  return {
    fingerprint: labelFingerprint(labels),
    labels,
    annotations,
    startsAt: instance.startsAt,
    endsAt,
    updatedAt: now,
    generatorURL: `${rootUrl}/alerting/grafana/${rule.uid}/view`,
  };
}
