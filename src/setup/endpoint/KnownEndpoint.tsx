import { t, Trans } from '@grafana/i18n';
import { Button, Stack, Text } from '@grafana/ui';
import { endpointUrl } from '../../connection/endpoint/integrationPath';
import { readEndpoint } from '../../connection/endpoint/readEndpoint';
import type { Connection } from '../../connection/ownership/connections';
import { StepFooter } from '../step/StepFooter';
import type { StepProps } from '../step/stepProps';
import { EndpointFacts } from '../step/EndpointFacts';
import { EndpointNotes } from './EndpointNotes';

/** The endpoint of a connection that Grafana already holds: it is what makes it this connection. */
export function KnownEndpoint({ connection, goTo }: { connection: Connection; goTo: StepProps['goTo'] }) {
  const reading = readEndpoint(endpointUrl(connection.endpoint));
  return (
    <Stack direction="column" gap={3}>
      <Text element="p">
        <Trans i18nKey="setup.endpoint.known">
          This is the endpoint that Grafana sends to. For another integration, connect it from the start page.
        </Trans>
      </Text>
      <EndpointFacts endpoint={connection.endpoint} />
      {reading.ok && <EndpointNotes notes={reading.notes} />}
      <StepFooter onBack={() => goTo('integration')}>
        <Button icon="arrow-right" onClick={() => goTo('contact-point')}>
          {t('setup.endpoint.next', 'Next')}
        </Button>
      </StepFooter>
    </Stack>
  );
}
