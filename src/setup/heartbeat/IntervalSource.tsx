import { t } from '@grafana/i18n';
import { Alert, Stack, Text } from '@grafana/ui';
import type { IrmIntegration } from '../../connection/irm/irmPort';
import { IntegrationLink } from '../../ui/irm/IntegrationLink';
import { wasCreatedHere } from '../step/createdHere';

/** Where the interval is known from: IRM's API does not tell it, and an integration made just now has the default. */
export function IntervalSource({ integration }: { integration: IrmIntegration }) {
  if (integration.heartbeatUrl === undefined) {
    return (
      <Alert
        severity="warning"
        bottomSpacing={0}
        title={t(
          'setup.heartbeat.no-heartbeat',
          'IRM names no heartbeat for this integration. Its type may have none.'
        )}
      />
    );
  }
  return (
    <Stack direction="column" gap={0.5} alignItems="flex-start">
      <Text element="p" variant="bodySmall" color="secondary">
        {wasCreatedHere(window.sessionStorage, integration.id)
          ? t('setup.heartbeat.default-interval', "10 minutes is IRM's default for new integrations.")
          : t(
              'setup.heartbeat.ask-interval',
              "IRM's API does not tell the interval. Look it up under Heartbeat settings."
            )}
      </Text>
      <IntegrationLink id={integration.id} />
    </Stack>
  );
}
