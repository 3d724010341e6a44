import { t } from '@grafana/i18n';
import type { AlertRouting } from '../../connection/routing/alertRouting';
import { verbatim } from '../verbatim';

/** What sends alerts to a connection, without a full stop: "2 policies and 3 rules". */
export function describeRouting(routing: AlertRouting): string {
  switch (routing.kind) {
    case 'unknown':
      return t('status.routing.unknown', 'Not known');
    case 'notRouted':
      return t('status.routing.none', 'No notification policy or alert rule sends here');
    case 'routed':
      return sources(routing);
  }
}

function sources({ policies, rules, isDefault }: Extract<AlertRouting, { kind: 'routed' }>): string {
  const ofPolicies =
    isDefault && policies === 1
      ? t('status.routing.default', 'Default policy')
      : t('status.routing.policies', '{{count}} policies', { count: policies, defaultValue_one: '{{count}} policy' });
  const ofRules = t('status.routing.rules', '{{count}} rules', { count: rules, defaultValue_one: '{{count}} rule' });
  if (rules === 0) {
    return ofPolicies;
  }
  return policies === 0
    ? ofRules
    : t('status.routing.both', '{{policies}} and {{rules}}', verbatim({ policies: ofPolicies, rules: ofRules }));
}
