import { t, Trans } from '@grafana/i18n';
import { Button, Stack, Text } from '@grafana/ui';
import type { Connection } from '../../connection/ownership/connections';
import { IrmLink } from '../../ui/IrmLink';
import { IntegrationLink } from '../../ui/irm/IntegrationLink';
import { IrmErrorAlert } from '../../ui/irm/IrmErrorAlert';
import { useIntegration } from '../../ui/irm/useIntegration';
import { IntegrationAdvice } from '../irm-integration/IntegrationAdvice';
import { EndpointFacts } from '../step/EndpointFacts';
import { StepFooter } from '../step/StepFooter';
import type { StepProps } from '../step/stepProps';
import { WebhookTemplates } from '../step/WebhookTemplates';

/** The integration of a connection that Grafana already holds: facts to read, and what IRM's API says against it. */
export function KnownIntegration({
  connection,
  way,
  goTo,
}: Pick<StepProps, 'way' | 'goTo'> & { connection: Connection }) {
  const { found, error, isReading, refresh } = useIntegration(connection.endpoint);
  const integration = found?.kind === 'found' ? found.integration : undefined;
  return (
    <Stack direction="column" gap={3}>
      <Text element="p">
        <Trans i18nKey="setup.integration.known">
          Grafana already sends to this integration. Its title, team and templates live in IRM and are changed there.
        </Trans>
      </Text>
      {integration && (
        <Text element="h3" variant="h4">
          {integration.name}
        </Text>
      )}
      <EndpointFacts endpoint={connection.endpoint} />
      {error && <IrmErrorAlert error={error} onRetry={() => void refresh()} isRetrying={isReading} />}
      {integration ? (
        <IntegrationAdvice integration={integration} />
      ) : (
        connection.endpoint.type === 'webhook' && <WebhookTemplates />
      )}
      {integration ? <IntegrationLink id={integration.id} /> : <IrmLink />}
      <StepFooter>
        <Button icon="arrow-right" onClick={() => goTo(way === 'irm' ? 'contact-point' : 'endpoint')}>
          {t('setup.integration.next', 'Next')}
        </Button>
      </StepFooter>
    </Stack>
  );
}
