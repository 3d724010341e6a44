import { t } from '@grafana/i18n';
import { Alert, Button, Stack } from '@grafana/ui';
import type { StepProps } from '../step/stepProps';
import { HeartbeatEditor } from './HeartbeatEditor';

/** Optional step: beats that tell IRM that this Grafana is alive. */
export default function HeartbeatStep(props: StepProps) {
  const { connection, goTo } = props;
  if (!connection) {
    return (
      <Alert severity="info" title={t('setup.heartbeat.first.title', 'The contact point comes first')}>
        <Stack direction="column" gap={1} alignItems="flex-start">
          {t(
            'setup.heartbeat.first.text',
            'The heartbeat belongs to a connection. Create its contact point, then come back.'
          )}
          <Button variant="secondary" size="sm" onClick={() => goTo('contact-point')}>
            {t('setup.heartbeat.first.go', 'Back to the contact point')}
          </Button>
        </Stack>
      </Alert>
    );
  }
  return <HeartbeatEditor {...props} connection={connection} key={connection.id} />;
}
