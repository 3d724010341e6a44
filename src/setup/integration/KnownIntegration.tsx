import { t, Trans } from '@grafana/i18n';
import { Button, Stack, Text } from '@grafana/ui';
import type { Connection } from '../../connection/ownership/connections';
import { IrmLink } from '../../ui/IrmLink';
import { EndpointFacts } from '../step/EndpointFacts';
import { StepFooter } from '../step/StepFooter';
import type { StepProps } from '../step/stepProps';
import { WebhookTemplates } from './WebhookTemplates';

/** The integration of a connection that Grafana already holds: facts to read, nothing to change. */
export function KnownIntegration({ connection, goTo }: { connection: Connection; goTo: StepProps['goTo'] }) {
  return (
    <Stack direction="column" gap={3}>
      <Text element="p">
        <Trans i18nKey="setup.integration.known">
          Grafana already sends to this integration. Its title, team and templates live in IRM and are changed there.
        </Trans>
      </Text>
      <EndpointFacts endpoint={connection.endpoint} />
      {connection.endpoint.type === 'webhook' && <WebhookTemplates />}
      <IrmLink />
      <StepFooter>
        <Button icon="arrow-right" onClick={() => goTo('endpoint')}>
          {t('setup.integration.next', 'Next')}
        </Button>
      </StepFooter>
    </Stack>
  );
}
