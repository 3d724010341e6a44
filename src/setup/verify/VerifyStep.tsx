import { t } from '@grafana/i18n';
import { Alert, Button, Stack } from '@grafana/ui';
import { whyRuleUnread } from '../../connection/health/notRead';
import type { Connection } from '../../connection/ownership/connections';
import { alertRoutingOf, type AlertRouting } from '../../connection/routing/alertRouting';
import { InternalLinkButton } from '../../ui/InternalLinkButton';
import { connectionPath, NEW_CONNECTION } from '../../ui/pagePaths';
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
import { useProof } from './useProof';

/** Step 4: shows everything at work, and what comes next. */
export default function VerifyStep(props: StepProps) {
  const { connection, data, goTo } = props;
  const uses = useRouting(data.reading);
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

type Routed = StepProps & { routing: AlertRouting | undefined };
type WithConnection = Routed & { connection: Connection };

function WithHeartbeat({ connection, data, journey, note, isProven, routing, goTo }: WithConnection) {
  const proof = useProof({ connection, data, journey, note });
  return (
    <>
      {proof.delivery === 'delivered' && isProven && (
        <Connected connection={connection} journey={journey} routing={routing} />
      )}
      <Checklist
        milestones={(now, formatTime) => [
          ...describeConnection({ connection, journey, isProven, note, goTo }),
          ...describeProof(proof, now, formatTime),
          ...describeRouting(routing),
        ]}
        proof={proof}
        clockOffset={data.clockOffset}
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
