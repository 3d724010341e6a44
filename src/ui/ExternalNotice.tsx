import { t } from '@grafana/i18n';
import { Alert, Stack, Text, TextLink } from '@grafana/ui';
import { grafanaPaths } from '../grafana/links';

/** That alerts go to external Alertmanagers only, and who can change that. */
export default function ExternalNotice() {
  return (
    <Alert
      severity="warning"
      title={t('ui.external.title', 'Alerts do not reach the contact points of this Grafana')}
      bottomSpacing={0}
    >
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">
          {t(
            'ui.external.text',
            'This Grafana sends its alerts to external Alertmanagers only, so neither alerts nor heartbeats leave through its contact points until an administrator also sends them to the Grafana Alertmanager.'
          )}
        </Text>
        <TextLink href={grafanaPaths.alertmanagers()}>{t('ui.external.link', 'Alertmanager settings')}</TextLink>
      </Stack>
    </Alert>
  );
}
