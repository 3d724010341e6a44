import { t, Trans } from '@grafana/i18n';
import { Alert, Button, Stack } from '@grafana/ui';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { isSentElsewhere, proofOf } from '../../connection/health/proof';
import type { Connection } from '../../connection/ownership/connections';
import { useAlertmanagers } from '../../ui/reading/useAlertmanagers';
import { useIrmSide } from '../../ui/irm/useIrmSide';
import { useReading, type ReadingData } from '../../ui/reading/useReading';
import { startPath } from '../step/paths';
import { StepFooter } from '../step/StepFooter';
import type { StepProps } from '../step/stepProps';
import { Diagnosis } from './Diagnosis';
import { NextSteps } from './NextSteps';
import { ProofTimeline } from './ProofTimeline';

/** Shows the heartbeat at work, then what is left to do. */
export function ProofStep({ connection, data, goTo }: StepProps) {
  const navigate = useNavigate();
  return (
    <Stack direction="column" gap={3}>
      {connection?.rule ? (
        <LiveProof connection={connection} data={data} />
      ) : (
        <NoHeartbeat onEnable={() => goTo('heartbeat')} />
      )}
      <NextSteps connection={connection} />
      <StepFooter onBack={() => goTo('heartbeat')}>
        <Button onClick={() => navigate(startPath())}>
          <Trans i18nKey="setup.proof.finish">Finish</Trans>
        </Button>
      </StepFooter>
    </Stack>
  );
}

/** While a beat is waited for, Grafana is asked this often; milliseconds. */
const WATCH_MS = 2_000;
const AFTERWARDS_MS = 10_000;

/**
 * Watches how far rule and delivery have come: closely until a beat was delivered, or must have been by a replica that
 * cannot be seen from here, and says why when none comes.
 */
function LiveProof({ connection, data }: { connection: Connection; data: ReadingData }) {
  const { reading, memory, replicas, clockOffset } = data;
  const bare = useMemo(
    () => proofOf({ connection, reading, memory, replicas }),
    [connection, reading, memory, replicas]
  );
  // Asked for only once there is something to explain.
  const alertmanagers = useAlertmanagers(bare.diagnosis !== undefined);
  const irmSide = useIrmSide(connection, bare.diagnosis);
  const proof =
    alertmanagers || irmSide ? proofOf({ connection, reading, memory, replicas, alertmanagers, irmSide }) : bare;
  const isNotToBeSeen = isSentElsewhere(proof) || proof.diagnosis?.code === 'evaluatesNothing';
  const isFound = proof.delivery === 'delivered' || isNotToBeSeen;
  useReading({ refreshMs: isFound ? AFTERWARDS_MS : WATCH_MS });
  return (
    <>
      <ProofTimeline proof={proof} clockOffset={clockOffset} />
      {proof.diagnosis && <Diagnosis reason={proof.diagnosis} connectionId={connection.id} />}
    </>
  );
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
