import { t, Trans } from '@grafana/i18n';
import { Alert, Text } from '@grafana/ui';

export const alertingOffTitle = () => t('ui.alerting-off.title', 'Grafana Alerting is switched off on this server');

/** In place of a page that is about Grafana Alerting, where the whole server has none. */
export function AlertingOff() {
  return (
    <Alert severity="error" title={alertingOffTitle()}>
      <Text element="p">
        <Trans i18nKey="ui.alerting-off.text">
          Without it there are no alerts that could reach IRM. An administrator of the server has to set enabled = true
          in the section unified_alerting of Grafana&apos;s configuration and restart Grafana; then reload this page.
        </Trans>
      </Text>
    </Alert>
  );
}
