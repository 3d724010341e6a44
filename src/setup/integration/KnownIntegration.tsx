import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { endpointUrl } from '../../connection/endpoint/integrationPath';
import { readEndpoint } from '../../connection/endpoint/readEndpoint';
import type { Connection } from '../../connection/ownership/connections';
import { IrmLink } from '../../ui/IrmLink';
import { IntegrationLink } from '../../ui/irm/IntegrationLink';
import { IrmErrorAlert } from '../../ui/irm/IrmErrorAlert';
import { useIntegration } from '../../ui/irm/useIntegration';
import { EndpointNotes } from './EndpointNotes';
import { IntegrationAdvice } from '../irm-integration/IntegrationAdvice';
import { EndpointFacts } from '../step/EndpointFacts';
import { NextButton } from '../step/NextButton';
import { StepFooter } from '../step/StepFooter';
import type { StepProps } from '../step/stepProps';

/** The integration of a connection that Grafana already holds: facts to read, and what IRM's API says against it. */
export default function KnownIntegration({ connection, goTo }: Pick<StepProps, 'goTo'> & { connection: Connection }) {
  const { found, error, isReading, refresh } = useIntegration(connection.endpoint);
  const integration = found?.kind === 'found' ? found.integration : undefined;
  const address = readEndpoint(endpointUrl(connection.endpoint));
  const notes = address.ok ? address.notes : [];
  return (
    <Stack direction="column" gap={2}>
      <Text element="p">
        {t(
          'setup.integration.known',
          'Grafana already sends to this integration. Its name, team and templates are changed in IRM.'
        )}
      </Text>
      {integration && (
        <Text element="h3" variant="h4">
          {integration.name}
        </Text>
      )}
      <EndpointFacts endpoint={connection.endpoint} />
      {error && <IrmErrorAlert error={error} onRetry={() => void refresh()} isRetrying={isReading} />}
      {integration && <IntegrationAdvice integration={integration} />}
      <EndpointNotes notes={integration ? notes.filter((note) => note !== 'webhookType') : notes} />
      {integration ? <IntegrationLink id={integration.id} /> : <IrmLink />}
      <StepFooter>
        <NextButton onClick={() => goTo('contact-point')} />
      </StepFooter>
    </Stack>
  );
}
