import { t } from '@grafana/i18n';
import { Alert, Button, Stack } from '@grafana/ui';
import { useEffect, useMemo, useRef } from 'react';
import { whyRuleUnread } from '../../connection/health/notRead';
import { isSentElsewhere, isTooSoonForASecond, proofOf } from '../../connection/health/proof';
import type { Connection } from '../../connection/ownership/connections';
import { alertRoutingOf, type AlertRouting } from '../../connection/routing/alertRouting';
import { InternalLinkButton } from '../../ui/InternalLinkButton';
import { connectionPath, NEW_CONNECTION } from '../../ui/pagePaths';
import { useAlertmanagers } from '../../ui/reading/useAlertmanagers';
import { useIrmSide } from '../../ui/irm/useIrmSide';
import { useReading } from '../../ui/reading/useReading';
import { useRouting } from '../../ui/reading/useRouting';
import { stepPath } from '../step/paths';
import { StepFooter } from '../step/StepFooter';
import type { StepProps } from '../step/stepProps';
import { Checklist } from './Checklist';
import { Connected } from './Connected';
import { describeConnection } from './describeConnection';
import { describeProof, describeUnreadRule } from './describeProof';
import { describeRouting } from './describeRouting';
import { Diagnosis } from './Diagnosis';
import { FinishInIrm } from './FinishInIrm';

/** Step 4: shows everything at work, and what comes next. */
export default function VerifyStep(props: StepProps) {
  const { connection, data, goTo } = props;
  const uses = useRouting();
  const routing = connection && uses ? alertRoutingOf(connection, uses, data.reading) : undefined;
  return (
    <Stack direction="column" gap={3}>
      {connection?.rule ? (
        <WithHeartbeat {...props} connection={connection} routing={routing} />
      ) : (
        <WithoutHeartbeat {...props} routing={routing} />
      )}
      {connection && <FinishInIrm connection={connection} />}
      <StepFooter onBack={() => goTo('heartbeat')}>
        <InternalLinkButton href={stepPath(NEW_CONNECTION, 'integration')} variant="secondary" fill="text">
          {t('setup.verify.another', 'Connect another')}
        </InternalLinkButton>
        {connection && routing?.kind !== 'routed' && (
          <InternalLinkButton href={connectionPath(connection.id)} variant="secondary">
            {t('setup.verify.view', 'View connection')}
          </InternalLinkButton>
        )}
      </StepFooter>
    </Stack>
  );
}

/** While a beat is waited for, Grafana is asked this often; milliseconds. */
const WATCH_MS = 2_000;
const AFTERWARDS_MS = 10_000;

type Routed = StepProps & { routing: AlertRouting | undefined };
type WithConnection = Routed & { connection: Connection };

/**
 * Watches how far rule and delivery have come: closely until a beat was delivered, or must have been by a replica that
 * cannot be seen from here, and says why when none comes.
 */
function WithHeartbeat({ connection, data, journey, note, isProven, routing, goTo }: WithConnection) {
  const { reading, memory, driftOf, replicas, clockOffset } = data;
  const { enabledAt } = journey;
  const known = useMemo(
    () => ({ connection, since: enabledAt, reading, memory, driftOf, replicas }),
    [connection, enabledAt, reading, memory, driftOf, replicas]
  );
  const bare = useMemo(() => proofOf(known), [known]);
  // Asked for only once there is something to explain.
  const alertmanagers = useAlertmanagers(bare.diagnosis !== undefined);
  const irmSide = useIrmSide(connection, bare.diagnosis);
  const proof = alertmanagers || irmSide ? proofOf({ ...known, alertmanagers, irmSide }) : bare;
  const isNotToBeSeen = isSentElsewhere(proof) || proof.diagnosis?.code === 'evaluatesNothing';
  const isDelivered = proof.delivery === 'delivered';
  useReading({ refreshMs: isDelivered || isNotToBeSeen ? AFTERWARDS_MS : WATCH_MS });

  const firstBeatAt = isDelivered && enabledAt !== undefined ? proof.lastAttempt : undefined;
  const isFirst = firstBeatAt !== undefined && journey.firstBeatAt === undefined;
  const promisedBy = useRef<number | undefined>(undefined);
  useEffect(() => {
    promisedBy.current = bare.promisedBy ?? promisedBy.current;
    if (!isFirst || enabledAt === undefined) {
      return;
    }
    // Whoever did not look until now sees the newest heartbeat, which need not be the first.
    const wasWatchedFor = promisedBy.current !== undefined && firstBeatAt <= promisedBy.current;
    if (wasWatchedFor || isTooSoonForASecond(connection, enabledAt, firstBeatAt)) {
      note({ firstBeatAt });
    }
  }, [isFirst, firstBeatAt, bare.promisedBy, connection, enabledAt, note]);

  return (
    <>
      {isDelivered && isProven && <Connected connection={connection} journey={journey} routing={routing} />}
      <Checklist
        milestones={(now, formatTime) => [
          ...describeConnection({ connection, journey, isProven, note, goTo }),
          ...describeProof(proof, now, formatTime),
          ...describeRouting(routing),
        ]}
        proof={proof}
        clockOffset={clockOffset}
      />
      {proof.diagnosis && <Diagnosis reason={proof.diagnosis} connectionId={connection.id} />}
    </>
  );
}

function WithoutHeartbeat({ connection, data, journey, note, isProven, routing, goTo }: Routed) {
  const isUnread = connection !== undefined && whyRuleUnread(connection, data.reading) !== undefined;
  return (
    <>
      {connection && isProven && !isUnread && <Connected connection={connection} journey={journey} routing={routing} />}
      {connection && (
        <Checklist
          milestones={() => [
            ...describeConnection({ connection, journey, isProven, note, goTo }),
            ...(isUnread ? [describeUnreadRule()] : []),
            ...describeRouting(routing),
          ]}
          clockOffset={data.clockOffset}
        />
      )}
      {!isUnread && <NoHeartbeat goTo={goTo} />}
    </>
  );
}

function NoHeartbeat({ goTo }: Pick<StepProps, 'goTo'>) {
  return (
    <Alert severity="info" title={t('setup.verify.no-heartbeat.title', 'No heartbeat yet')} bottomSpacing={0}>
      <Stack direction="column" gap={1} alignItems="flex-start">
        {t(
          'setup.verify.no-heartbeat.text',
          'If this Grafana goes down, nobody gets paged. You can add a heartbeat at any time.'
        )}
        <Button variant="secondary" size="sm" onClick={() => goTo('heartbeat')}>
          {t('setup.verify.no-heartbeat.enable', 'Add heartbeat')}
        </Button>
      </Stack>
    </Alert>
  );
}
