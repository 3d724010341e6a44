import { t } from '@grafana/i18n';
import type { Draft } from './draft';

/** The types of an integration to choose from, each with what speaks for or against it. */
export function typeOptions(): Array<{ value: Draft['type']; label: string; description: string }> {
  return [
    {
      value: 'alertmanager',
      label: t('setup.integration.alertmanager', 'Alertmanager (recommended)'),
      description: t(
        'setup.integration.alertmanager-why',
        "Built for Grafana alerts: keeps Grafana's grouping and resolves automatically."
      ),
    },
    {
      value: 'webhook',
      label: t('setup.integration.webhook', 'Webhook'),
      description: t(
        'setup.integration.webhook-why',
        'Plain templates. Alert groups stay open until two of them are changed.'
      ),
    },
  ];
}
