import { t, Trans } from '@grafana/i18n';
import { Alert, Button, Stack, Text } from '@grafana/ui';
import { BusyButton } from '../../../ui/BusyButton';
import { outcomeOf, raisedGroup } from '../../../connection/drill/drill';
import { stepsOf } from '../../../connection/drill/steps';
import { nameOf } from '../../../connection/ownership/nameOf';
import { ApplyFailure } from '../../../ui/ApplyFailure';
import { CopyButton } from '../../../ui/CopyButton';
import { describeGrafanaError } from '../../../ui/describeGrafanaError';
import { IrmErrorAlert } from '../../../ui/irm/IrmErrorAlert';
import { useAtTime, useToday } from '../../../ui/time/ServerClock';
import { TimedSteps } from '../../../ui/TimedSteps';
import { Section } from '../parts/Section';
import type { Live } from '../parts/useLive';
import { Countdown } from './Countdown';
import { describePhase } from './describePhase';
import { DrillOutcomeAlert } from './DrillOutcomeAlert';
import { stepDetail, stepTitle } from './stepTexts';
import { reportText } from './reportText';
import { ResolveInIrm } from './ResolveInIrm';
import type { DrillControl, RunningDrill } from './useDrill';

interface Props {
  live: Live;
  control: DrillControl;
  running: RunningDrill;
}

/** A drill under way on this page, and its report in the end. */
export function DrillRun({ live, control, running }: Props) {
  const { drill, phase, irmError, isResuming, failure, wentOver } = running;
  const today = useToday();
  const steps = useAtTime((now) => stepsOf(drill, now));
  const outcome = outcomeOf(drill);
  const isPaused = drill.resumedAt === undefined && !drill.isTakenOver;
  return (
    <Section title={t('drill.run.title', 'Fire drill')}>
      <div role="status">
        <Text element="p" weight="medium">
          {describePhase(phase, drill, today)}
        </Text>
      </div>
      {(phase.kind === 'quiet' || phase.kind === 'due') && <Countdown phase={phase} />}
      {failure && (
        <ApplyFailure outcome={failure} button={undefined}>
          <Text element="p" weight="medium">
            <Trans i18nKey="drill.run.not-resumed">
              The heartbeat could not be resumed and stays silent. This page tries again every 15 seconds.
            </Trans>
          </Text>
        </ApplyFailure>
      )}
      {wentOver && !failure && (
        <Alert severity="warning" title={describeGrafanaError(wentOver).title} bottomSpacing={0}>
          {t('drill.run.went-over', 'That change is lost. Check the alert rule once the drill is over.')}
        </Alert>
      )}
      {outcome && <DrillOutcomeAlert outcome={outcome} drill={drill} group={raisedGroup(drill)} />}
      {irmError && <IrmErrorAlert error={irmError} />}
      <TimedSteps
        label={t('drill.steps', 'Steps of the drill')}
        steps={steps}
        titleOf={stepTitle}
        detailOf={(step) => stepDetail(step, drill)}
        today={today}
      />
      {phase.kind === 'unresolved' && <ResolveInIrm groups={phase.open} />}
      <Stack direction="row" gap={1} wrap="wrap">
        {isPaused && (
          <BusyButton
            isBusy={isResuming}
            variant={failure ? 'primary' : 'secondary'}
            icon="play"
            onClick={control.resume}
          >
            {isResuming ? t('drill.run.resuming', 'Resuming...') : t('drill.run.resume', 'Resume now')}
          </BusyButton>
        )}
        {outcome && !isPaused && (
          <CopyButton
            size="md"
            text={reportText({ name: nameOf(live.connection), drill, steps, outcome })}
            what={t('drill.run.report', 'report')}
          />
        )}
        {!isPaused && (
          <Button variant="secondary" onClick={control.close}>
            <Trans i18nKey="drill.run.close">Close</Trans>
          </Button>
        )}
      </Stack>
    </Section>
  );
}
