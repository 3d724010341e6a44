import { Alert, Badge, Card, EmptyState, LoadingPlaceholder, Stack, Text, TextLink } from '@grafana/ui';
import { dateTime } from '@grafana/data';
import { useLocation, useSearchParams } from 'react-router-dom-v5-compat';
import { Page } from '../../layout/Page';
import { useApi } from '../../services/useApi';
import { breakAnywhere } from '../styles';
import { askedReceiver } from './askedReceiver';

interface Integration {
  uid: string;
  name: string;
  type: string;
  settings: { url?: string };
  disableResolveMessage: boolean;
  provenance?: string;
}

interface ReceiverStatus {
  name: string;
  integrations: Array<{ name: string; lastNotifyAttempt: string; lastNotifyAttemptError?: string }>;
}

const everyMs = 5000;

export default function ContactPointsPage() {
  const integrations = useApi<Integration[]>('/api/v1/provisioning/contact-points', everyMs);
  const statuses = useApi<ReceiverStatus[]>('/api/alertmanager/grafana/config/api/v1/receivers', everyMs);
  const asked = askedReceiver(useLocation().pathname, useSearchParams()[0]);
  const names = [...new Set(integrations.data?.map(({ name }) => name))].filter(
    (name) => asked === undefined || asked(name)
  );
  return (
    <Page navId="receivers">
      {integrations.error && <Alert severity="error" title={integrations.error} />}
      {!integrations.data && !integrations.error && <LoadingPlaceholder text="Loading contact points..." />}
      {integrations.data && names.length === 0 && <EmptyState variant="not-found" message="No contact points" />}
      {asked && (
        <p>
          <TextLink href="/alerting/notifications">Show all contact points</TextLink>
        </p>
      )}
      {names.map((name) => (
        <ContactPoint
          key={name}
          name={name}
          integrations={integrations.data?.filter((one) => one.name === name) ?? []}
          status={statuses.data?.find((one) => one.name === name)}
        />
      ))}
    </Page>
  );
}

interface ContactPointProps {
  name: string;
  integrations: Integration[];
  status: ReceiverStatus | undefined;
}

function ContactPoint({ name, integrations, status }: ContactPointProps) {
  return (
    <Card noMargin={false}>
      <Card.Heading>{name}</Card.Heading>
      <Card.Meta>
        {integrations.map(({ type }) => type).join(', ')}
        {integrations.some(({ provenance }) => provenance) && <Badge key="locked" text="Provisioned" color="purple" />}
      </Card.Meta>
      <Card.Description>
        <Stack direction="column" gap={1}>
          {integrations.map(({ uid, settings, disableResolveMessage }, index) => (
            <div key={uid}>
              <div className={breakAnywhere}>{settings.url}</div>
              {disableResolveMessage && <Text color="secondary">Without resolved messages. </Text>}
              <LastAttempt attempt={status?.integrations[index]} />
            </div>
          ))}
        </Stack>
      </Card.Description>
    </Card>
  );
}

function LastAttempt({ attempt }: { attempt: ReceiverStatus['integrations'][number] | undefined }) {
  if (!attempt || attempt.lastNotifyAttempt.startsWith('0001')) {
    return <Text color="secondary">No delivery attempts.</Text>;
  }
  const when = dateTime(attempt.lastNotifyAttempt).format('HH:mm:ss');
  return attempt.lastNotifyAttemptError ? (
    <Text color="error">{`Last attempt at ${when} failed: ${attempt.lastNotifyAttemptError}`}</Text>
  ) : (
    <Text color="success">{`Last delivery attempt at ${when}.`}</Text>
  );
}
