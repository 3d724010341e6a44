import { t } from '@grafana/i18n';
import { Alert, Stack, Text } from '@grafana/ui';
import { useEffect } from 'react';
import { BusyButton } from '../../../ui/BusyButton';
import { planEndOfRealAlerts, realAlertsIn, type FoundRealAlert } from '../../../connection/real-alert/plans';
import { ApplyFailure } from '../../../ui/ApplyFailure';
import { useServices } from '../../../ui/data/services';
import { missingInShort } from '../../../ui/describeMissingRights';
import { formatMoment } from '../../../ui/formatMoment';
import type { ReadingData } from '../../../ui/reading/useReading';
import { toast } from '../../../ui/toast';
import { useApplyPlan } from '../../../ui/useApplyPlan';
import { useMissingRights } from '../../../ui/useMissingRights';
import { verbatim } from '../../../ui/verbatim';

interface Props {
  data: ReadingData;
  /** One that this page follows itself. */
  except?: string | undefined;
}

/** Real alerts whose rule still fires: those whose time is over are ended at once, others on demand. */
export function LeftRealAlerts({ data, except }: Props) {
  const { reading } = data;
  const left = realAlertsIn(reading, reading.serverTime).filter(({ testId }) => testId !== except);
  return (
    <>
      {left.map((found) => (
        <LeftRealAlert key={found.rule.uid ?? found.testId} found={found} data={data} />
      ))}
    </>
  );
}

function LeftRealAlert({ found: { rule, mark, isLeft }, data }: { found: FoundRealAlert; data: ReadingData }) {
  const { actor } = useServices();
  const { reading } = data;
  const plan = planEndOfRealAlerts([rule], reading);
  const missing = useMissingRights(plan);
  const run = useApplyPlan(
    (outcome) => {
      if (outcome.result === 'applied') {
        toast(t('real-alert.left.done', 'A test alert that was left behind was cleaned up'));
      }
    },
    { isByItself: true }
  );
  const isToEnd = isLeft && missing.length === 0 && !run.isRunning && run.outcome === undefined;
  useEffect(() => {
    if (isToEnd) {
      run.apply(plan);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once; what fails is tried again by a person
  }, [isToEnd]);
  const endLabel = t('real-alert.left.end', 'Clean up');
  const time = formatMoment(mark.startedAt, reading.serverTime);
  const isFailed = !run.isRunning && run.outcome !== undefined && run.outcome.result !== 'applied';
  return (
    <Alert
      severity={isLeft ? 'warning' : 'info'}
      title={
        mark.by === ''
          ? t('real-alert.left.title', 'A test alert from {{time}} still fires', verbatim({ time }))
          : t(
              'real-alert.left.title-by',
              'A test alert of {{by}} from {{time}} still fires',
              verbatim({ by: mark.by, time })
            )
      }
      bottomSpacing={0}
    >
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">
          {isLeft
            ? t(
                'real-alert.left.text',
                'The page that followed it is gone. Until its rule is deleted, it repeats as the notification policy says.'
              )
            : t('real-alert.left.running', 'It may be followed on another page, which ends it once it has arrived.')}
        </Text>
        {missing.length > 0 && <Text element="p">{missingInShort(missing, actor)}</Text>}
        <BusyButton
          isBusy={run.isRunning}
          size="sm"
          variant="secondary"
          icon="trash-alt"
          disabled={missing.length > 0}
          onClick={() => run.apply(plan)}
        >
          {run.isRunning ? t('real-alert.left.ending', 'Cleaning up...') : endLabel}
        </BusyButton>
        {isFailed && run.outcome && <ApplyFailure outcome={run.outcome} button={endLabel} />}
      </Stack>
    </Alert>
  );
}
