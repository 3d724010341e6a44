import { t } from '@grafana/i18n';
import { Stack } from '@grafana/ui';
import { useRef } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { endpointUrl } from '../../connection/endpoint/integrationPath';
import { equal } from '../../connection/equal';
import { isOurUid } from '../../connection/desired/objects';
import { isLocked, type Endpoint } from '../../connection/model';
import { connectionOf } from '../../connection/ownership/connections';
import { isBlocked, isUpToDate } from '../../connection/plan/types';
import { planConnection } from '../../connection/plan/planConnection';
import { MissingRights } from '../../ui/MissingRights';
import { PlanView } from '../../ui/PlanView';
import { isAccepted, useTest } from '../../ui/irm/arrival/useTest';
import { useApplyPlan } from '../../ui/useApplyPlan';
import { useIsHere } from '../../ui/useIsHere';
import { useMissingRights } from '../../ui/useMissingRights';
import { Fold } from '../step/Fold';
import { forgetTouched } from '../step/forgetTouched';
import { beginAgain } from '../step/journey';
import type { StepProps } from '../step/stepProps';
import { AccessFields } from './AccessFields';
import { accessProblems, SECRET_FIELDS, storedFields } from './accessForm';
import { AdvancedFields } from './AdvancedFields';
import { ContactPointFooter } from './ContactPointFooter';
import { ContactPointResult } from './ContactPointResult';
import {
  desiredOf,
  isAsProposed,
  needsNewProof,
  obstacleOf,
  otherObstacles,
  plannedOf,
  storedSettings,
  valuesFrom,
  type ContactPointValues,
} from './contactPointForm';
import { NameField } from './NameField';
import { phaseOf } from './phase';

type Props = StepProps & { endpoint: Endpoint };

/**
 * Form, test and plan. A new contact point is made only once a test alert with its settings was answered, or when the
 * person says so. What exists fills the form; applying it again changes nothing.
 */
export function ContactPointEditor({ endpoint, draft, reading, connection, isProven, data, note, goTo }: Props) {
  const form = useForm<ContactPointValues>({
    // What others changed meanwhile is taken over, except in fields that the person has touched.
    values: valuesFrom(endpoint, reading, draft.integrationName || draft.title),
    resetOptions: { keepDirtyValues: true },
  });
  const values = useWatch({ control: form.control, compute: (all: ContactPointValues) => all });
  const result = useRef<HTMLDivElement>(null);
  const test = useTest(endpointUrl(endpoint));
  const run = useApplyPlan((outcome, done) => {
    if (outcome.result === 'applied') {
      forgetTouched(form);
      for (const field of SECRET_FIELDS) {
        form.resetField(field, { defaultValue: '' });
      }
      if (needsNewProof(done)) {
        test.forget();
        note({ testedAt: undefined });
      }
    }
    result.current?.focus();
  });
  const isHere = useIsHere();

  const existing = connectionOf(endpoint, reading)?.alertContactPoint;
  const isForeign = existing !== undefined && !isOurUid(existing.uid);
  const plan = planConnection(desiredOf(values, endpoint, reading), reading);
  const planned = plannedOf(plan);
  const stored = storedSettings(endpoint, reading);
  const problems = accessProblems(values, stored);
  const hasBadAccess = Object.keys(problems).length > 0;
  const isFinished = isUpToDate(plan) && !hasBadAccess;
  // A plan that does nothing needs no right; whoever may not change anything is told before they type.
  const missing = useMissingRights(isFinished ? 'changeContactPoint' : plan);
  const mayTest = test.missing.length === 0;
  const nameObstacle = obstacleOf('name', plan.obstacles);
  const maxAlertsObstacle = obstacleOf('maxAlerts', plan.obstacles);
  const hasBadField = Boolean(nameObstacle ?? maxAlertsObstacle) || hasBadAccess;
  const others = otherObstacles(plan.obstacles);
  const isBusy = run.isRunning || test.isSending;
  const isDisabled = missing.length > 0 || isBusy;
  const cannotSave = missing.length > 0 || hasBadField || isBlocked(plan);
  const phase = phaseOf({ isFinished, isProven, planned, last: test.last });

  // When saving failed after the test, there is no need for another one.
  const isAnswered =
    test.last !== undefined && isAccepted(test.last.answer) && equal(test.last.sent.integration, planned?.integration);

  /** Answers whether the message was answered with success. */
  async function prove(): Promise<boolean> {
    const integration = planned?.integration;
    const answer = integration && (await test.send(integration));
    if (!answer || !isHere.current) {
      return false;
    }
    const isProof = isAccepted(answer);
    const answeredMs = answer.ok && answer.value.kind === 'accepted' ? answer.value.durationMs : undefined;
    note({ testedAt: isProof ? Date.now() : undefined, answeredMs, isSeen: undefined });
    if (!isProof || !planned.isNew) {
      result.current?.focus();
    }
    return isProof;
  }
  async function save({ evenUnproven = false } = {}) {
    if (isBusy || cannotSave) {
      return;
    }
    const isTested = isAnswered || (!evenUnproven && planned?.isNew === true && mayTest && (await prove()));
    if (isTested || evenUnproven || !planned?.isNew || !mayTest) {
      if (planned?.isNew) {
        note(beginAgain(Date.now() + data.clockOffset, isTested));
      }
      run.apply(plan);
    }
  }
  async function submit() {
    if (!isFinished) {
      await save();
    } else if (phase === 'proven' || !mayTest) {
      goTo('heartbeat');
    } else {
      await prove();
    }
  }

  return (
    <form
      onSubmit={(event) => void form.handleSubmit(submit)(event)}
      aria-label={t('setup.contact-point.form', 'Contact point')}
      noValidate
    >
      <Stack direction="column" gap={2}>
        <MissingRights missing={missing} />
        <NameField form={form} isDisabled={isDisabled} isForeign={isForeign} obstacle={nameObstacle} />
        <div>
          <Fold
            label={t('setup.advanced', 'Advanced')}
            mustOpen={!isAsProposed(values) || maxAlertsObstacle !== undefined || hasBadAccess}
          >
            <Stack direction="column" gap={2}>
              <AdvancedFields
                form={form}
                isDisabled={isDisabled}
                isForeign={isForeign}
                isLocked={existing !== undefined && isLocked(existing)}
                maxAlertsObstacle={maxAlertsObstacle}
              />
              <AccessFields form={form} isDisabled={isDisabled} stored={storedFields(stored)} problems={problems} />
            </Stack>
          </Fold>
          {!hasBadField && !isFinished && (
            <Fold
              label={
                planned?.isNew ? t('setup.will-be-created', 'What will be created') : t('setup.changes', 'Changes')
              }
              mustOpen={others.length > 0}
            >
              <PlanView plan={{ ...plan, obstacles: others }} progress={run.isRunning ? run.progress : undefined} />
            </Fold>
          )}
        </div>
        <ContactPointResult
          ref={result}
          phase={phase}
          isNew={planned?.isNew ?? false}
          test={test}
          run={run}
          onSeen={() => note({ isSeen: true })}
        />
        <ContactPointFooter
          phase={phase}
          isNew={planned?.isNew ?? false}
          connection={connection}
          isBusy={isBusy}
          isTesting={test.isSending}
          isDisabled={isFinished ? false : cannotSave}
          mayTest={mayTest}
          onTest={() => void prove()}
          onSave={(options) => void save(options)}
          goTo={goTo}
        />
      </Stack>
    </form>
  );
}
