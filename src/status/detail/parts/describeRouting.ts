import { t } from '@grafana/i18n';
import type { AlertRouting } from '../../../connection/routing/alertRouting';
import { verbatim } from '../../../ui/verbatim';

/** Which alerts reach the connection, without a full stop. */
export function describeRouting(routing: AlertRouting): string {
  switch (routing.kind) {
    case 'notRouted':
      return routing.isShut
        ? t(
            'status.routing.shut',
            'Notification policies or alert rules send alerts here, but their mute or active timings never let one through'
          )
        : t('status.routing.none', 'No notification policy or alert rule sends alerts here');
    case 'unknown':
      return t('status.routing.unknown', 'Not known whether alerts are routed here');
    case 'routed':
      return routing.isDefault
        ? t('status.routing.default', 'Routed by the default policy')
        : policiesAndRules(routing.policies, routing.rules ?? 0);
  }
}

function policiesAndRules(policies: number, rules: number): string {
  if (policies === 0) {
    return t('status.routing.rules', 'Selected by {{count}} rules', {
      count: rules,
      defaultValue_one: 'Selected by one rule',
    });
  }
  const byPolicies = t('status.routing.policies', 'Routed by {{count}} policies', {
    count: policies,
    defaultValue_one: 'Routed by one policy',
  });
  return rules === 0
    ? byPolicies
    : t('status.routing.rules-too', '{{byPolicies}}, selected by {{count}} rules', {
        ...verbatim({ byPolicies }),
        count: rules,
        defaultValue_one: '{{byPolicies}}, selected by one rule',
      });
}
