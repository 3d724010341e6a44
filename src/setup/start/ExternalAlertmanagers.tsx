import { t, Trans } from '@grafana/i18n';
import { Alert, Stack, Text, TextLink } from '@grafana/ui';
import { grafanaPaths } from '../../grafana/links';
import { useAlertmanagers } from '../../ui/reading/useAlertmanagers';

/** Said before anything is set up: where alerts go past Grafana's contact points, nothing set up here ever sends. */
export function ExternalAlertmanagers() {
  const alertmanagers = useAlertmanagers(true);
  if (alertmanagers?.choice !== 'external') {
    return null;
  }
  return (
    <Alert
      severity="warning"
      title={t('setup.external.title', 'Alerts of this Grafana do not reach its contact points')}
      bottomSpacing={0}
    >
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">
          <Trans i18nKey="setup.external.text">
            This Grafana sends its alerts to external Alertmanagers only. A connection can be set up and tested here,
            but neither alerts nor beats will leave through it until an administrator has them sent to the Grafana
            Alertmanager as well.
          </Trans>
        </Text>
        <TextLink href={grafanaPaths.alertmanagers()}>{t('setup.external.link', 'Alertmanager settings')}</TextLink>
      </Stack>
    </Alert>
  );
}
