import { t } from '@grafana/i18n';
import { Button, Stack, Text } from '@grafana/ui';
import { useForm, useWatch } from 'react-hook-form';
import { isOurUid } from '../../connection/desired/objects';
import { isLocked, type Endpoint } from '../../connection/model';
import { connectionOf } from '../../connection/ownership/connections';
import { isBlocked, isUpToDate } from '../../connection/plan/types';
import { planConnection } from '../../connection/plan/planConnection';
import { ApplyFailure } from '../../ui/ApplyFailure';
import { MissingRights } from '../../ui/MissingRights';
import { PlanView } from '../../ui/PlanView';
import { useApplyPlan } from '../../ui/useApplyPlan';
import { useMissingRights } from '../../ui/useMissingRights';
import { forgetTouched } from '../step/forgetTouched';
import type { StepProps } from '../step/stepProps';
import { AccessFields } from './AccessFields';
import { accessProblems, SECRET_FIELDS, storedFields } from './accessForm';
import { ContactPointFields } from './ContactPointFields';
import {
  desiredOf,
  obstacleOf,
  otherObstacles,
  storedSettings,
  valuesFrom,
  type ContactPointValues,
} from './contactPointForm';

type Props = Pick<StepProps, 'draft' | 'reading'> & { endpoint: Endpoint };

/** Form, plan and what came of it. What exists fills the form; applying it again changes nothing. */
export function ContactPointEditor({ endpoint, draft, reading }: Props) {
  const form = useForm<ContactPointValues>({
    // What others changed meanwhile is taken over, except in fields that the person has touched.
    values: valuesFrom(endpoint, reading, draft.integrationName || draft.title),
    resetOptions: { keepDirtyValues: true },
  });
  const values = useWatch({ control: form.control, compute: (all: ContactPointValues) => all });
  const run = useApplyPlan(({ result }) => {
    if (result === 'applied') {
      forgetTouched(form);
      for (const field of SECRET_FIELDS) {
        form.resetField(field, { defaultValue: '' });
      }
    }
  });
  const existing = connectionOf(endpoint, reading)?.alertContactPoint;
  const isForeign = existing !== undefined && !isOurUid(existing.uid);
  const plan = planConnection(desiredOf(values, endpoint, reading), reading);
  const stored = storedSettings(endpoint, reading);
  const problems = accessProblems(values, stored);
  const hasBadAccess = Object.keys(problems).length > 0;
  const isFinished = isUpToDate(plan) && !hasBadAccess;
  // A plan that does nothing needs no right; whoever may not change anything is told before they type.
  const missing = useMissingRights(isFinished ? 'changeContactPoint' : plan);
  const nameObstacle = obstacleOf('name', plan.obstacles);
  const maxAlertsObstacle = obstacleOf('maxAlerts', plan.obstacles);
  const hasBadField = Boolean(nameObstacle ?? maxAlertsObstacle) || hasBadAccess;
  const submit = form.handleSubmit(() => {
    if (!isBlocked(plan) && !isFinished && !hasBadField) {
      run.apply(plan);
    }
  });

  return (
    <form
      onSubmit={(event) => void submit(event)}
      aria-label={t('setup.contact-point.form', 'Contact point')}
      noValidate
    >
      <Stack direction="column" gap={3}>
        <MissingRights missing={missing} />
        <ContactPointFields
          form={form}
          isDisabled={missing.length > 0 || run.isRunning}
          isForeign={isForeign}
          isLocked={existing !== undefined && isLocked(existing)}
          nameObstacle={nameObstacle}
          maxAlertsObstacle={maxAlertsObstacle}
        />
        <AccessFields
          form={form}
          isDisabled={missing.length > 0 || run.isRunning}
          stored={storedFields(stored)}
          problems={problems}
        />
        {!hasBadField && (
          <Stack direction="column" gap={1}>
            <Text element="h3" variant="h5">
              {isFinished
                ? t('setup.contact-point.in-place', 'In Grafana')
                : t('setup.contact-point.plan', 'What will be done')}
            </Text>
            <PlanView
              plan={{ ...plan, obstacles: otherObstacles(plan.obstacles) }}
              progress={run.isRunning ? run.progress : undefined}
            />
          </Stack>
        )}
        {!run.isRunning && run.outcome?.result === 'failed' && <ApplyFailure outcome={run.outcome} />}
        <div aria-live="polite">
          {!isFinished && (
            <Button
              type="submit"
              icon={run.isRunning ? 'spinner' : 'check'}
              disabled={missing.length > 0 || run.isRunning || hasBadField || isBlocked(plan)}
            >
              {buttonText(run.isRunning, existing !== undefined)}
            </Button>
          )}
          {!run.isRunning && run.outcome?.result === 'applied' && isFinished && (
            <Text element="p" color="success">
              {t('setup.contact-point.applied', 'Done. Grafana holds the contact point as planned.')}
            </Text>
          )}
        </div>
      </Stack>
    </form>
  );
}

function buttonText(isRunning: boolean, exists: boolean): string {
  if (isRunning) {
    return t('setup.contact-point.applying', 'Applying...');
  }
  return exists
    ? t('setup.contact-point.apply-changes', 'Apply changes')
    : t('setup.contact-point.create', 'Create contact point');
}
