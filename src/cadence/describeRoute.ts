import { t } from '@grafana/i18n';
import type { Cadence, Doubt } from '../connection/cadence/cadencesOf';
import type { TimingSource } from '../connection/cadence/policyWalk';
import type { CadenceRule, LabelMatcher, LabelSet } from '../connection/cadence/types';
import { verbatim } from '../ui/verbatim';

/** Where a rule stands: "Folder › group". */
export function placeOf({ folder, group }: Pick<CadenceRule, 'folder' | 'group'>): string {
  return `${folder} › ${group}`;
}

/** How notifications find their contact point. */
export function describeRoute(cadence: Cadence): string {
  if (cadence.kind === 'direct') {
    return t('cadence.route.direct', 'The rule chooses this contact point itself (direct routing).');
  }
  if (cadence.path.length === 0) {
    return t('cadence.route.default', 'By the default notification policy.');
  }
  const path = cadence.path.map(matchersText).join(' › ');
  return t('cadence.route.policy', 'By the notification policy {{path}}.', verbatim({ path }));
}

function matchersText(matchers: readonly LabelMatcher[]): string {
  return matchers.length === 0
    ? t('cadence.route.any', 'for all alerts')
    : matchers.map(({ name, operator, value }) => `${name}${operator}"${value}"`).join(', ');
}

/** Why a way is not certain. */
export function describeDoubt(doubt: Doubt): string {
  switch (doubt) {
    case 'noAlerts':
      return t('cadence.doubt.no-alerts', 'Whether it applies depends on labels that only the alerts themselves have.');
    case 'someAlerts':
      return t('cadence.doubt.some-alerts', 'Only some alerts of this rule take this way.');
    case 'moreAlerts':
      return t('cadence.doubt.more-alerts', 'Whether it applies depends on the alerts that were not looked at.');
    case 'pattern':
      return t(
        'cadence.doubt.pattern',
        'Whether it applies depends on a regular expression that only Grafana can read.'
      );
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
      return t('cadence.source.rule', 'Set by the rule');
    case 'policy':
      return t('cadence.source.policy', 'Set by this notification policy');
    case 'inherited':
      return kind === 'direct'
        ? t('cadence.source.default-policy', 'From the default notification policy')
        : t('cadence.source.inherited', 'From a policy above');
    case 'default':
      return t('cadence.source.default', 'Default, as nothing is set');
  }
}
