import { t, Trans } from '@grafana/i18n';
import { Alert, Button, Stack } from '@grafana/ui';
import { useForm, useWatch } from 'react-hook-form';
import type { Connection } from '../../connection/observed/connections';
import { isBlocked, isUpToDate } from '../../connection/plan/types';
import { planConnection } from '../../connection/plan/planConnection';
import { ApplyFailure } from '../../ui/ApplyFailure';
import { IntervalField } from '../../ui/IntervalField';
import { MissingRights } from '../../ui/MissingRights';
import { PlanView } from '../../ui/PlanView';
import { TestNotificationButton } from '../../ui/TestNotificationButton';
import { TimingFields } from '../../ui/timing/TimingFields';
import { timingOf, withInterval, type TimingForm } from '../../ui/timing/timingForm';
import { TimingOutlook } from '../../ui/timing/TimingOutlook';
import { useApplyPlan } from '../../ui/useApplyPlan';
import { useMissingRights } from '../../ui/useMissingRights';
import { StepFooter } from '../StepFooter';
import type { StepProps } from '../stepProps';
import { desiredOf, formFrom, type HeartbeatForm } from './heartbeatForm';
import { ScopeFields } from './ScopeFields';
import { TargetFields } from './TargetFields';

/** Form, calculated timing, plan and what came of it. What exists fills the form; applying it again changes nothing. */
export function HeartbeatEditor({ connection, observed, refresh, goTo }: StepProps & { connection: Connection }) {
  const missing = useMissingRights('heartbeat');
  const form = useForm<HeartbeatForm>({
    mode: 'onChange',
    defaultValues: formFrom(connection, observed.contactPointNames),
  });
  const run = useApplyPlan(() => refresh());
  const values = useWatch({ control: form.control, compute: (all: HeartbeatForm) => all });
  const timing = timingOf(values.timing);
  const desired = desiredOf(values, connection);
  const plan = desired && planConnection(desired, observed);
  const isLocked = missing.length > 0 || run.isRunning;
  const isComplete = connection.stage === 'complete';
  const isFinished = plan !== undefined && isUpToDate(plan);

  const changeTiming = (changed: TimingForm) => {
    form.setValue('interval', changed.interval);
    form.setValue('preset', changed.preset);
    form.setValue('timing', changed.timing);
  };
  const submit = form.handleSubmit(() => plan && run.apply(plan));

  return (
    <Stack direction="column" gap={3}>
      <MissingRights missing={missing} />
      <form onSubmit={submit} aria-label={t('setup.heartbeat.form', 'Heartbeat')}>
        <Stack direction="column" gap={3}>
          <IntervalField
            value={values.interval}
            disabled={isLocked}
            onChange={(interval) => changeTiming(withInterval(values, interval))}
          />
          <TargetFields
            form={form}
            endpoint={connection.endpoint}
            disabled={isLocked}
            nameIsFixed={connection.heartbeatContactPoint !== undefined}
          />
          <ScopeFields form={form} disabled={isLocked} />
          <TimingFields value={values} disabled={isLocked} onChange={changeTiming} />
          <TimingOutlook timing={timing} interval={values.interval} />
          {!isComplete && (
            <Alert
              severity="warning"
              title={t('setup.heartbeat.arms.title', 'The first beat arms IRM')}
              bottomSpacing={0}
            >
              <Trans i18nKey="setup.heartbeat.arms.text">
                Until a first beat has come, IRM expects none. From then on it raises an alert whenever beats stay away
                for longer than the heartbeat interval, also when you pause or remove the rule.
              </Trans>
            </Alert>
          )}
          {plan && <PlanView plan={plan} progress={run.isRunning ? run.progress : undefined} />}
          {!run.isRunning && run.outcome?.result === 'failed' && <ApplyFailure outcome={run.outcome} />}
          <StepFooter onBack={() => goTo('contact-point')}>
            <Button
              type="submit"
              icon={run.isRunning ? 'spinner' : 'heart'}
              disabled={isLocked || isFinished || (plan !== undefined && isBlocked(plan))}
            >
              {run.isRunning
                ? t('setup.heartbeat.applying', 'Enabling...')
                : isComplete
                  ? t('setup.heartbeat.save', 'Save heartbeat')
                  : t('setup.heartbeat.apply', 'Enable heartbeat')}
            </Button>
            <Button type="button" variant={isComplete ? 'primary' : 'secondary'} onClick={() => goTo('proof')}>
              {isComplete ? t('setup.heartbeat.continue', 'See the proof') : t('setup.heartbeat.skip', 'Skip for now')}
            </Button>
          </StepFooter>
        </Stack>
      </form>
      {connection.heartbeatContactPoint && <TestNotificationButton contactPoint={connection.heartbeatContactPoint} />}
    </Stack>
  );
}
