import { t } from '@grafana/i18n';
import { Alert, Button, Stack, Text, TextLink } from '@grafana/ui';
import { BusyButton } from '../../../ui/BusyButton';
import { outcomeOf, type RealAlertOutcome } from '../../../connection/real-alert/realAlert';
import { stepsOf } from '../../../connection/real-alert/steps';
import { ApplyFailure } from '../../../ui/ApplyFailure';
import { useServices } from '../../../ui/data/services';
import { missingInShort } from '../../../ui/describeMissingRights';
import { InternalLinkButton } from '../../../ui/InternalLinkButton';
import { IrmErrorAlert } from '../../../ui/irm/IrmErrorAlert';
import { routePath } from '../../../ui/pagePaths';
import { useAtTime, useToday } from '../../../ui/time/ServerClock';
import { TimedSteps } from '../../../ui/TimedSteps';
import { verbatim } from '../../../ui/verbatim';
import { Section } from '../parts/Section';
import type { Live } from '../parts/useLive';
import type { BegunAlert } from './begunAlert';
import { describePhase, outcomeText, outcomeTitle } from './outcomeTexts';
import { stepDetail, stepTitle } from './stepTexts';
import { ResolveAlertGroup } from './ResolveAlertGroup';
import { useRealAlert } from './useRealAlert';

interface Props {
  live: Live;
  begun: BegunAlert;
  onClose(): void;
}

/** A real alert under way, step by step, and its report in the end. */
export function RealAlertRun({ live, begun, onClose }: Props) {
  const { actor } = useServices();
  const running = useRealAlert(live, begun);
  const { alert, phase, asksIrm, irmError, problems, isEnding, failure, missing } = running;
  const today = useToday();
  const outcome = useAtTime((now) => outcomeOf(alert, now, asksIrm));
  const steps = useAtTime((now) => stepsOf(alert, now, asksIrm));
  const isUnderWay = alert.endedAt === undefined;
  return (
    <Section title={t('real-alert.run.title', 'Real alert')}>
      <div role="status">
        <Text element="p" weight="medium">
          {describePhase(phase, today)}
        </Text>
      </div>
      {failure && (
        <ApplyFailure outcome={failure} button={undefined}>
          <Text element="p" weight="medium">
            {t(
              'real-alert.run.not-deleted',
              'The rule could not be deleted and still fires. This page tries again every 15 seconds.'
            )}
          </Text>
        </ApplyFailure>
      )}
      {isUnderWay && missing.length > 0 && <Text element="p">{missingInShort(missing, actor)}</Text>}
      {outcome && <Outcome outcome={outcome} connection={live.connection.id} />}
      {irmError && <IrmErrorAlert error={irmError} />}
      {problems.length > 0 && (
        <Text element="p" color="secondary">
          {t(
            'real-alert.run.unseen',
            'Parts of Grafana cannot be read at the moment: {{reason}}',
            verbatim({ reason: problems[0]?.message ?? '' })
          )}
        </Text>
      )}
      <TimedSteps
        label={t('real-alert.steps', 'Way of the alert')}
        steps={steps}
        titleOf={stepTitle}
        detailOf={(step) => stepDetail(step, alert)}
        today={today}
      />
      {phase.kind === 'unresolved' && (
        <ResolveAlertGroup group={phase.group} alert={alert} isClosedByItself={alert.sendsResolved} />
      )}
      <Stack direction="row" gap={1} wrap="wrap">
        {isUnderWay ? (
          <BusyButton
            isBusy={isEnding}
            variant="secondary"
            icon="times"
            disabled={missing.length > 0 || (alert.isStopped && !isEnding)}
            onClick={running.stop}
          >
            {t('real-alert.run.stop', 'End now')}
          </BusyButton>
        ) : (
          <Button variant="secondary" onClick={onClose}>
            {t('real-alert.run.close', 'Close')}
          </Button>
        )}
      </Stack>
    </Section>
  );
}

function Outcome({ outcome, connection }: { outcome: RealAlertOutcome; connection: string }) {
  const isGood = outcome.kind === 'arrived' || outcome.kind === 'delivered';
  return (
    <Alert
      severity={isGood ? 'success' : outcome.kind === 'brokenOff' ? 'info' : 'warning'}
      title={outcomeTitle(outcome)}
      bottomSpacing={0}
    >
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">{outcomeText(outcome)}</Text>
        {outcome.kind === 'arrived' && outcome.group.link !== undefined && (
          <TextLink href={outcome.group.link} external inline={false}>
            {t('real-alert.run.group', 'Open the alert group in IRM')}
          </TextLink>
        )}
        {outcome.kind === 'elsewhere' && (
          <InternalLinkButton href={routePath({ connection })} size="sm" icon="code-branch">
            {t('real-alert.route', 'Route alerts')}
          </InternalLinkButton>
        )}
      </Stack>
    </Alert>
  );
}
