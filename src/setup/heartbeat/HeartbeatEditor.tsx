import { t, Trans } from '@grafana/i18n';
import { Alert, Button, Stack } from '@grafana/ui';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { Connection } from '../../connection/ownership/connections';
import { contactPointNames } from '../../connection/reading/reading';
import { isBlocked, isUpToDate, neededSecrets } from '../../connection/plan/types';
import { planConnection } from '../../connection/plan/planConnection';
import type { Secrets } from '../../connection/webhook/access';
import { ApplyFailure } from '../../ui/ApplyFailure';
import { IntervalField } from '../../ui/IntervalField';
import { MissingRights } from '../../ui/MissingRights';
import { PlanView } from '../../ui/PlanView';
import { SecretFields } from '../../ui/SecretFields';
import { TestNotificationButton } from '../../ui/irm/arrival/TestNotificationButton';
import { TimingFields } from '../../ui/timing/TimingFields';
import { timingOf, withInterval, type TimingForm } from '../../ui/timing/timingForm';
import { TimingOutlook } from '../../ui/timing/TimingOutlook';
import { useApplyPlan } from '../../ui/useApplyPlan';
import { useMissingRights } from '../../ui/useMissingRights';
import { forgetTouched } from '../step/forgetTouched';
import { useIntegration } from '../../ui/irm/useIntegration';
import { StepFooter } from '../step/StepFooter';
import type { StepProps } from '../step/stepProps';
import { desiredOf, formFrom, loadChoices, saveChoices, type HeartbeatForm } from './heartbeatForm';
import { IntervalSource } from './IntervalSource';
import { ScopeFields } from './ScopeFields';
import { TargetFields } from './TargetFields';

/** Form, calculated timing, plan and what came of it. What exists fills the form; applying it again changes nothing. */
export function HeartbeatEditor({ connection, reading, goTo }: StepProps & { connection: Connection }) {
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
  const run = useApplyPlan(({ result }) => {
    if (result === 'applied') {
      saveChoices(window.sessionStorage, connection.id, undefined);
      forgetTouched(form);
      setSecrets({});
    }
  });
  const values = useWatch({ control: form.control, compute: (all: HeartbeatForm) => all });
  const timing = timingOf(values.timing);
  const desired = desiredOf(values, connection);
  const needed = desired && neededSecrets(planConnection(desired, reading));
  const plan = desired && planConnection({ ...desired, secrets }, reading);
  const missing = useMissingRights(plan && !isUpToDate(plan) ? plan : 'changeRule');
  const isLocked = missing.length > 0 || run.isRunning;
  const isComplete = connection.stage === 'complete';
  const isFinished = plan !== undefined && isUpToDate(plan);

  const changeTiming = (changed: TimingForm) => {
    form.setValue('interval', changed.interval, { shouldDirty: true });
    form.setValue('preset', changed.preset, { shouldDirty: true });
    form.setValue('timing', changed.timing, { shouldDirty: true });
  };
  const submit = form.handleSubmit((submitted) => {
    if (plan) {
      saveChoices(window.sessionStorage, connection.id, submitted);
      run.apply(plan);
    }
  });

  return (
    <Stack direction="column" gap={3}>
      <MissingRights missing={missing} />
      <form onSubmit={submit} aria-label={t('setup.heartbeat.form', 'Heartbeat')}>
        <Stack direction="column" gap={3}>
          <IntervalField
            value={values.interval}
            disabled={isLocked}
            onChange={(interval) => changeTiming(withInterval(values, interval, reading.evaluation))}
          />
          {inIrm && !connection.rule && <IntervalSource integration={inIrm} />}
          <TargetFields
            form={form}
            endpoint={connection.endpoint}
            isFromIrm={inIrm?.heartbeatUrl !== undefined}
            disabled={isLocked}
            nameIsFixed={connection.heartbeatContactPoint !== undefined}
          />
          <SecretFields needed={needed} values={secrets} onChange={setSecrets} disabled={isLocked} />
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
      {connection.heartbeatContactPoint && <TestNotificationButton integration={connection.heartbeatContactPoint} />}
    </Stack>
  );
}
