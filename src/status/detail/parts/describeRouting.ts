import { t } from '@grafana/i18n';
import type { AlertRouting } from '../../../connection/routing/alertRouting';

/** Which alerts reach the connection, without a full stop. */
export function describeRouting(routing: AlertRouting): string {
  switch (routing.kind) {
    case 'notRouted':
      return t('status.routing.none', 'No notification policy or alert rule sends alerts here');
    case 'unknown':
      return t('status.routing.unknown', 'Not known whether alerts are routed here');
    case 'routed':
      return routing.isDefault
        ? t('status.routing.default', 'Routed by the default policy')
        : [policiesText(routing.policies), rulesText(routing.rules)].filter((text) => text !== '').join(', ');
  }
}

const policiesText = (count: number) =>
  count === 0
    ? ''
    : t('status.routing.policies', 'Routed by {{count}} policies', {
        count,
        defaultValue_one: 'Routed by one policy',
      });

const rulesText = (count: number) =>
  count === 0
    ? ''
    : t('status.routing.rules', 'Selected by {{count}} rules', { count, defaultValue_one: 'Selected by one rule' });
