import { t } from '@grafana/i18n';
import type { Cadence, Doubt, WayKind } from '../connection/coverage/cadencesOf';
import type { TimingSource } from '../connection/policies/compilePolicies';
import type { AlertRule, LabelMatcher, LabelSet } from '../connection/policies/types';
import { verbatim } from '../ui/verbatim';

/** Where a rule stands: "Folder › group". */
export function placeOf({ folder, group }: Pick<AlertRule, 'folder' | 'group'>): string {
  return `${folder} › ${group}`;
}

/** How notifications find their contact point. */
export function describeRoute(cadence: WayKind): string {
  if (cadence.kind === 'direct') {
    return t('cadence.route.direct', 'Set in the alert rule (direct routing).');
  }
  if (cadence.path.length === 0) {
    return t('cadence.route.default', 'Through the default notification policy.');
  }
  const path = cadence.path.map(matchersText).join(' › ');
  return t('cadence.route.policy', 'Through the notification policy {{path}}.', verbatim({ path }));
}

function matchersText(matchers: readonly LabelMatcher[]): string {
  return matchers.length === 0
    ? t('cadence.route.any', 'all alerts')
    : matchers.map(({ name, operator, value }) => `${name}${operator}"${value}"`).join(', ');
}

/** Why a way is not certain. */
export function describeDoubt(doubt: Doubt): string {
  switch (doubt) {
    case 'noAlerts':
      return t('cadence.doubt.no-alerts', 'Depends on labels that only the alerts themselves have.');
    case 'someAlerts':
      return t('cadence.doubt.some-alerts', 'Only some alerts of this rule take this route.');
    case 'moreAlerts':
      return t('cadence.doubt.more-alerts', 'Depends on alerts that were not read.');
    case 'alertsOfNow':
      return t('cadence.doubt.alerts-of-now', 'All current alerts take this route. Later ones may have other labels.');
    case 'pattern':
      return t('cadence.doubt.pattern', 'Depends on a regular expression that only Grafana can evaluate.');
  }
}

/** Labels as Grafana writes them: `instance="a", team="web"`. */
export function labelsText(labels: LabelSet): string {
  const texts = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return texts.length === 0 ? t('cadence.labels.none', 'without these labels') : texts.join(', ');
}

/** Where one of the three notification timings comes from. */
export function describeSource(source: TimingSource, { kind }: Pick<Cadence, 'kind'>): string {
  switch (source) {
    case 'rule':
      return t('cadence.source.rule', 'Set in the alert rule');
    case 'policy':
      return t('cadence.source.policy', 'Set in this notification policy');
    case 'inherited':
      return kind === 'direct'
        ? t('cadence.source.default-policy', 'From the default notification policy')
        : t('cadence.source.inherited', 'Inherited from a parent policy');
    case 'default':
      return t('cadence.source.default', "Grafana's default");
  }
}
