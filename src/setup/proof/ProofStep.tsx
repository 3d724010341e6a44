import { t, Trans } from '@grafana/i18n';
import { Alert, Button, Stack } from '@grafana/ui';
import { useNavigate } from 'react-router';
import type { Connection } from '../../connection/observed/connections';
import { GrafanaErrorAlert } from '../../ui/GrafanaErrorAlert';
import { PageSkeleton } from '../../ui/PageSkeleton';
import { startPath } from '../paths';
import { StepFooter } from '../StepFooter';
import type { StepProps } from '../stepProps';
import { NextSteps } from './NextSteps';
import { ProofTimeline } from './ProofTimeline';
import { useProof } from './useProof';

/** Shows the heartbeat at work, then what is left to do. */
export function ProofStep({ connection, goTo }: StepProps) {
  const navigate = useNavigate();
  return (
    <Stack direction="column" gap={3}>
      {connection?.rule ? <LiveProof connection={connection} /> : <NoHeartbeat onEnable={() => goTo('heartbeat')} />}
      <NextSteps connection={connection} />
      <StepFooter onBack={() => goTo('heartbeat')}>
        <Button onClick={() => navigate(startPath())}>
          <Trans i18nKey="setup.proof.finish">Finish</Trans>
        </Button>
      </StepFooter>
    </Stack>
  );
}

function LiveProof({ connection }: { connection: Connection }) {
  const { live, error } = useProof(connection);
  if (error) {
    return <GrafanaErrorAlert error={error} />;
  }
  return live ? <ProofTimeline {...live} /> : <PageSkeleton lines={3} />;
}

function NoHeartbeat({ onEnable }: { onEnable(): void }) {
  return (
    <Alert severity="info" title={t('setup.proof.no-heartbeat.title', 'No heartbeat yet')}>
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Trans i18nKey="setup.proof.no-heartbeat.text">
          Alerts can reach IRM, but nobody would notice if this Grafana fell silent. You can add a heartbeat at any
          time.
        </Trans>
        <Button variant="secondary" size="sm" onClick={onEnable}>
          <Trans i18nKey="setup.proof.no-heartbeat.enable">Add a heartbeat</Trans>
        </Button>
      </Stack>
    </Alert>
  );
}
