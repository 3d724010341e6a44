import { t } from '@grafana/i18n';
import type { Cadence, TimingSource } from '../connection/cadence/cadencesOf';
import type { CadenceRule, LabelMatcher } from '../connection/cadence/types';
import { verbatim } from '../ui/verbatim';

/** Where a rule stands: "Folder › group". */
export function placeOf({ folder, group }: Pick<CadenceRule, 'folder' | 'group'>): string {
  return `${folder} › ${group}`;
}

/** How notifications find their contact point. */
export function describeRoute({ route }: Pick<Cadence, 'route'>): string {
  if (route.kind === 'direct') {
    return t('cadence.route.direct', 'The rule chooses this contact point itself (direct routing).');
  }
  if (route.path.length === 0) {
    return t('cadence.route.default', 'By the default notification policy.');
  }
  const path = route.path.map(matchersText).join(' › ');
  return t('cadence.route.policy', 'By the notification policy {{path}}.', verbatim({ path }));
}

function matchersText(matchers: readonly LabelMatcher[]): string {
  return matchers.length === 0
    ? t('cadence.route.any', 'for all alerts')
    : matchers.map(({ name, operator, value }) => `${name}${operator}"${value}"`).join(', ');
}

/** Where one of the three notification timings comes from. */
export function describeSource(source: TimingSource, { route }: Pick<Cadence, 'route'>): string {
  switch (source) {
    case 'rule':
      return t('cadence.source.rule', 'Set by the rule');
    case 'policy':
      return t('cadence.source.policy', 'Set by this notification policy');
    case 'inherited':
      return route.kind === 'direct'
        ? t('cadence.source.default-policy', 'From the default notification policy')
        : t('cadence.source.inherited', 'From a policy above');
    case 'default':
      return t('cadence.source.default', 'Default, as nothing is set');
  }
}
