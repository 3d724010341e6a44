import { t } from '@grafana/i18n';
import type { LabelMatcher, NotificationPolicy } from '../connection/policies/types';

/** A policy by its matchers, as Grafana writes them: `team="web", severity=~"critical|page"`. */
export function matchersText(matchers: readonly LabelMatcher[]): string {
  return matchers.length === 0
    ? t('route.policy.any', 'All alerts')
    : matchers.map(({ name, operator, value }) => `${name}${operator}"${value}"`).join(', ');
}

export const defaultPolicyText = () => t('route.policy.default', 'Default policy');

/** The contact point of a policy; one without takes that of the policy above. */
export const receiverText = ({ receiver }: Pick<NotificationPolicy, 'receiver'>): string =>
  receiver || t('route.policy.inherited', 'as the policy above');
