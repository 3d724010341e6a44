import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import { useAlertmanagers } from '../../ui/reading/useAlertmanagers';

/**
 * A heartbeat by Prometheus' own Watchdog alert, through an Alertmanager outside of Grafana, cannot be seen from here and
 * is left alone; but two heartbeats of one integration hide each other.
 */
export function WatchdogNote() {
  const alertmanagers = useAlertmanagers(true);
  return (alertmanagers?.externalCount ?? 0) > 0 ? (
    <Alert
      severity="info"
      title={t('setup.heartbeat.watchdog.title', 'Does Prometheus already send heartbeats to this integration?')}
      bottomSpacing={0}
    >
      {t(
        'setup.heartbeat.watchdog.text',
        'The Watchdog alert of Prometheus can reach IRM through an external Alertmanager. This plugin cannot see that and does not change it. If both send to one integration, either can fail unnoticed, so use a separate integration.'
      )}
    </Alert>
  ) : null;
}
