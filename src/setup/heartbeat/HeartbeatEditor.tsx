import { t } from '@grafana/i18n';
import { Button, Stack, Text } from '@grafana/ui';
import { useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { FOLDER } from '../../connection/desired/objects';
import type { Connection } from '../../connection/ownership/connections';
import { contactPointNames } from '../../connection/reading/reading';
import { isBlocked, isUpToDate, neededSecrets } from '../../connection/plan/types';
import { planConnection } from '../../connection/plan/planConnection';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../../connection/timing/presets';
import type { Secrets } from '../../connection/webhook/access';
import { ApplyFailure } from '../../ui/ApplyFailure';
import { IntervalField } from '../../ui/IntervalField';
import { MissingRights } from '../../ui/MissingRights';
import { PlanView } from '../../ui/PlanView';
import { SecretFields } from '../../ui/SecretFields';
import { useIntegration } from '../../ui/irm/useIntegration';
import { timingOf, withInterval, withPreset, type TimingForm } from '../../ui/timing/timingForm';
import { useTimingEnvironment } from '../../ui/timing/useTimingEnvironment';
import { toast } from '../../ui/toast';
import { useApplyPlan } from '../../ui/useApplyPlan';
import { useMissingRights } from '../../ui/useMissingRights';
import { Fold } from '../step/Fold';
import { forgetTouched } from '../step/forgetTouched';
import { NextButton } from '../step/NextButton';
import { ResultRegion } from '../step/ResultRegion';
import { StepFooter } from '../step/StepFooter';
import type { StepProps } from '../step/stepProps';
import { AdvancedHeartbeat } from './AdvancedHeartbeat';
import { desiredOf, formFrom, isAsProposed, loadChoices, saveChoices, type HeartbeatForm } from './heartbeatForm';
import { HeartbeatSchedule } from './HeartbeatSchedule';
import { IntervalHint } from './IntervalHint';
import { WatchdogNote } from './WatchdogNote';

/** Form, calculated timing, plan and what came of it. What exists fills the form; applying it again changes nothing. */
export function HeartbeatEditor({ connection, reading, data, note, goTo }: StepProps & { connection: Connection }) {
  const { found } = useIntegration(connection.endpoint);
  const inIrm = found?.kind === 'found' ? found.integration : undefined;
  const [chosen] = useState(() => loadChoices(window.sessionStorage, connection.id));
  const form = useForm<HeartbeatForm>({
    mode: 'onChange',
    // What others changed meanwhile is taken over, except in fields that the person has touched.
    values: formFrom(connection, contactPointNames(reading), chosen, reading.evaluation, inIrm?.heartbeatUrl),
    resetOptions: { keepDirtyValues: true },
  });
  const [secrets, setSecrets] = useState<Secrets>({});
  const result = useRef<HTMLDivElement>(null);
  /** By the server's clock. */
  const pressedAt = useRef<number | undefined>(undefined);
  const environment = useTimingEnvironment();
  const isComplete = connection.stage === 'complete';
  const run = useApplyPlan((outcome) => {
    if (outcome.result !== 'applied') {
      return result.current?.focus();
    }
    saveChoices(window.sessionStorage, connection.id, undefined);
    forgetTouched(form);
    setSecrets({});
    if (isComplete) {
      return result.current?.focus();
    }
    note({ enabledAt: pressedAt.current, firstBeatAt: undefined });
    toast(t('setup.heartbeat.added', 'Heartbeat added'));
    goTo('verify');
  });
  const values = useWatch({ control: form.control, compute: (all: HeartbeatForm) => all });
  const timing = timingOf(values.timing);
  const desired = desiredOf(values, connection);
  const needed = desired && neededSecrets(planConnection(desired, reading));
  const plan = desired && planConnection({ ...desired, secrets }, reading);
  const missing = useMissingRights(plan && !isUpToDate(plan) ? plan : 'changeRule');
  const isDisabled = missing.length > 0 || run.isRunning;
  const isFinished = plan !== undefined && isUpToDate(plan);
  const isNext = isFinished && isComplete;
  const cannotSave = !isNext && (missing.length > 0 || (plan !== undefined && isBlocked(plan)));

  const changeTiming = (changed: TimingForm) => {
    form.setValue('interval', changed.interval, { shouldDirty: true });
    form.setValue('preset', changed.preset, { shouldDirty: true });
    form.setValue('timing', changed.timing, { shouldDirty: true });
  };
  const submit = (submitted: HeartbeatForm) => {
    if (isNext) {
      goTo('verify');
    } else if (plan && !cannotSave && !run.isRunning) {
      saveChoices(window.sessionStorage, connection.id, submitted);
      pressedAt.current = Date.now() + data.clockOffset;
      run.apply(plan);
    }
  };
  const outcome = run.isRunning ? undefined : run.outcome;

  return (
    <form
      onSubmit={(event) => void form.handleSubmit(submit)(event)}
      aria-label={t('setup.heartbeat.form', 'Heartbeat')}
    >
      <Stack direction="column" gap={1.5}>
        <MissingRights missing={missing} />
        {!connection.rule && <WatchdogNote />}
        <IntervalField
          value={values.interval}
          disabled={isDisabled}
          description={describeInterval(values.interval)}
          onChange={(interval) => changeTiming(withInterval(values, interval, reading.evaluation))}
        />
        <IntervalHint interval={values.interval} integration={inIrm} />
        <SecretFields needed={needed} values={secrets} onChange={setSecrets} disabled={isDisabled} />
        {timing && (
          <HeartbeatSchedule
            timing={timing}
            interval={values.interval}
            environment={environment}
            preset={values.preset}
            disabled={isDisabled}
            onBalance={() => changeTiming(withPreset(values, 'gentle', reading.evaluation))}
          />
        )}
        <div>
          <Fold
            label={t('setup.advanced', 'Advanced')}
            mustOpen={
              !isAsProposed(values, connection, inIrm?.heartbeatUrl) ||
              hasErrors(form.formState.errors) ||
              (missing.length > 0 && !connection.rule)
            }
          >
            <AdvancedHeartbeat
              form={form}
              values={values}
              endpoint={connection.endpoint}
              timing={timing}
              environment={environment}
              isFromIrm={inIrm?.heartbeatUrl !== undefined}
              disabled={isDisabled}
              nameIsFixed={connection.heartbeatContactPoint !== undefined}
              rule={connection.rule}
              folderTitle={reading.folder.title ?? FOLDER.title}
              isRunning={run.isRunning}
              onTiming={changeTiming}
            />
          </Fold>
          {plan && !isFinished && (
            <Fold
              label={isComplete ? t('setup.changes', 'Changes') : t('setup.will-be-created', 'What will be created')}
              mustOpen={plan.obstacles.some(({ reason }) => reason !== 'secretNeeded')}
            >
              <PlanView plan={plan} progress={run.isRunning ? run.progress : undefined} />
            </Fold>
          )}
        </div>
        {!isComplete && (
          <Text element="p" color="secondary">
            {t(
              'setup.heartbeat.arms',
              'IRM starts monitoring with the first heartbeat, and then also pages you when you pause or delete the rule.'
            )}
          </Text>
        )}
        <ResultRegion
          ref={result}
          done={outcome?.result === 'applied' && isNext && t('setup.heartbeat.saved', 'Changes saved')}
        >
          {outcome?.result === 'failed' && <ApplyFailure outcome={outcome} button={saveLabel(isNext, !isComplete)} />}
        </ResultRegion>
        <StepFooter onBack={() => goTo('contact-point')}>
          {!isComplete && (
            <Button type="button" variant="secondary" onClick={() => goTo('verify')}>
              {t('setup.heartbeat.skip', 'Skip for now')}
            </Button>
          )}
          {isComplete && !isNext && <NextButton variant="secondary" onClick={() => goTo('verify')} />}
          <PrimaryButton isRunning={run.isRunning} isNext={isNext} isNew={!isComplete} disabled={cannotSave} />
        </StepFooter>
      </Stack>
    </form>
  );
}

const hasErrors = (errors: object) => Object.keys(errors).length > 0;

const describeInterval = (interval: HeartbeatForm['interval']) =>
  interval === DEFAULT_HEARTBEAT_INTERVAL
    ? t(
        'setup.heartbeat.interval-default',
        "IRM pages you when no heartbeat has come for this long. IRM's default is 10 minutes: nothing to do there."
      )
    : t('setup.heartbeat.interval-help', 'IRM pages you when no heartbeat has come for this long.');

interface ButtonProps {
  isRunning: boolean;
  isNext: boolean;
  isNew: boolean;
  disabled: boolean;
}

function saveLabel(isNext: boolean, isNew: boolean): string | undefined {
  if (isNext) {
    return undefined;
  }
  return isNew ? t('setup.heartbeat.apply', 'Add heartbeat') : t('setup.heartbeat.save', 'Save changes');
}

/** Submits the form. It stays the same element while it changes, so that it keeps the focus. */
function PrimaryButton({ isRunning, isNext, isNew, disabled }: ButtonProps) {
  const icon = isNext ? 'arrow-right' : 'heart';
  const label = saveLabel(isNext, isNew) ?? t('setup.footer.next', 'Next');
  return (
    <Button
      type="submit"
      icon={isRunning ? 'spinner' : icon}
      iconPlacement={isNext ? 'right' : 'left'}
      disabled={disabled}
    >
      {isRunning ? t('setup.heartbeat.applying', 'Saving...') : label}
    </Button>
  );
}
