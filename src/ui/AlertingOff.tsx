import { t } from '@grafana/i18n';
import { Alert, Text } from '@grafana/ui';

export const alertingOffTitle = () => t('ui.alerting-off.title', 'Grafana Alerting is disabled on this server');

/** In place of a page that is about Grafana Alerting, where the whole server has none. */
export function AlertingOff() {
  return (
    <Alert severity="error" title={alertingOffTitle()}>
      <Text element="p">
        {t(
          'ui.alerting-off.text',
          "Without it there are no alerts to send to IRM. A server administrator has to set enabled = true in the [unified_alerting] section of Grafana's configuration and restart Grafana. Then reload this page."
        )}
      </Text>
    </Alert>
  );
}
