import { t } from '@grafana/i18n';
import { Alert, Stack, Text, TextLink } from '@grafana/ui';
import { isSentElsewhere } from '../../connection/health/proof';
import type { HealthReason } from '../../connection/health/types';
import { IrmLink } from '../../ui/IrmLink';
import { describeHealth } from '../../ui/health/describeHealth';
import { connectionPath } from '../../ui/pagePaths';
import { useToday } from '../../ui/time/ServerClock';

interface Props {
  reason: HealthReason;
  connectionId: string;
}

/** What the rule waits for when it was never evaluated; the rest is told by the reason itself. */
const NEVER_EVALUATED: ReadonlyArray<HealthReason['code']> = ['notEvaluatedYet', 'notEvaluated'];
/** Reasons that only say that nothing was seen. */
const UNEXPLAINED: ReadonlyArray<HealthReason['code']> = ['statusLost', 'neverHere', 'firstBeatDue', 'overdue'];

/** Why no beat was seen although the promised time is over, and where to look. */
export function Diagnosis({ reason, connectionId }: Props) {
  const now = useToday();
  if (isSentElsewhere({ diagnosis: reason })) {
    return <SentElsewhere />;
  }
  return (
    <Alert severity="warning" title={t('setup.diagnosis.title', 'No heartbeat was seen in time')} bottomSpacing={0}>
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">{textOf(reason, now)}</Text>
        <TextLink href={connectionPath(connectionId)}>{t('setup.diagnosis.checklist', 'View all checks')}</TextLink>
        <Text element="p" color="secondary">
          {t('setup.diagnosis.goes-on', 'This page goes on looking.')}
        </Text>
      </Stack>
    </Alert>
  );
}

/** No fault is known: where to see the beat that cannot be seen here. */
function SentElsewhere() {
  return (
    <Alert
      severity="info"
      title={t('setup.diagnosis.elsewhere.title', 'Look for the first heartbeat in IRM')}
      bottomSpacing={0}
    >
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">
          {t(
            'setup.diagnosis.elsewhere.text',
            'The rule fires, and another replica of this Grafana sends; it cannot be seen from here. Open the list of integrations in IRM: the Heartbeat column is green once the first heartbeat has arrived.'
          )}
        </Text>
        <IrmLink />
      </Stack>
    </Alert>
  );
}

function textOf(reason: HealthReason, now: number): string {
  if (NEVER_EVALUATED.includes(reason.code)) {
    return t(
      'setup.diagnosis.never-evaluated',
      'Grafana has not evaluated the alert rule yet, although the time for it is over. An administrator may have switched evaluation off on this server (execute_alerts).'
    );
  }
  if (UNEXPLAINED.includes(reason.code)) {
    return t(
      'setup.diagnosis.not-seen',
      'The rule fires, and this Grafana server has sent no heartbeat. If there are several servers, another one may send them: look at the Heartbeat column in IRM.'
    );
  }
  return describeHealth({ reason }, now);
}
