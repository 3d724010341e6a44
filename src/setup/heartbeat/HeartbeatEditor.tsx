import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { useRef } from 'react';
import { FOLDER } from '../../connection/desired/objects';
import type { Connection } from '../../connection/ownership/connections';
import { ApplyFailure } from '../../ui/ApplyFailure';
import { MissingRights } from '../../ui/MissingRights';
import { SecretFields } from '../../ui/SecretFields';
import { useIntegration } from '../../ui/irm/useIntegration';
import { timingOf, withInterval, withPreset } from '../../ui/timing/timingForm';
import { useTimingEnvironment } from '../../ui/timing/useTimingEnvironment';
import { Fold } from '../step/Fold';
import { forgetTouched } from '../step/forgetTouched';
import { isFoundDone } from '../step/isFoundDone';
import { PlannedChanges } from '../step/PlannedChanges';
import { ResultRegion } from '../step/ResultRegion';
import { useToldFailure } from '../step/toldFailure';
import type { StepProps } from '../step/stepProps';
import { AdvancedHeartbeat } from './AdvancedHeartbeat';
import { HeartbeatFooter } from './HeartbeatFooter';
import { isAsProposed } from './heartbeatForm';
import { HeartbeatInterval } from './HeartbeatInterval';
import { HeartbeatSchedule } from './HeartbeatSchedule';
import { saveLabel } from './saveLabel';
import { useHeartbeatForm } from './useHeartbeatForm';
import { useSaveHeartbeat } from './useSaveHeartbeat';
import { WatchdogNote } from './WatchdogNote';

/** Form, calculated timing, plan and what came of it. What exists fills the form; applying it again changes nothing. */
export function HeartbeatEditor({ connection, reading, data, note, goTo }: StepProps & { connection: Connection }) {
  const { found } = useIntegration(connection.endpoint);
  const inIrm = found?.kind === 'found' ? found.integration : undefined;
  const { form, values, changeTiming } = useHeartbeatForm(connection, reading, inIrm?.heartbeatUrl);
  const result = useRef<HTMLDivElement>(null);
  const onStored = () => forgetTouched(form);
  const onNews = () => result.current?.focus();
  const saving = useSaveHeartbeat({ connection, reading, values, data, note, goTo, onStored, onNews });
  const { plan, run, missing, isNew, isNext } = saving;
  const environment = useTimingEnvironment();
  const timing = timingOf(values.timing);
  const isDisabled = missing.length > 0 || run.isRunning;
  const outcome = run.isRunning ? undefined : run.outcome;
  const isFound = isFoundDone(run, reading);
  useToldFailure(isFound ? undefined : outcome?.error);

  return (
    <form
      onSubmit={(event) => void form.handleSubmit(saving.submit)(event)}
      aria-label={t('setup.heartbeat.form', 'Heartbeat')}
    >
      <Stack direction="column" gap={1.5}>
        <MissingRights missing={missing} />
        {!connection.rule && <WatchdogNote />}
        <HeartbeatInterval
          interval={values.interval}
          integration={inIrm}
          disabled={isDisabled}
          onChange={(interval) => changeTiming(withInterval(values, interval, reading.evaluation))}
        />
        <SecretFields
          needed={saving.needed}
          values={saving.secrets}
          onChange={saving.setSecrets}
          disabled={isDisabled}
        />
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
          {plan && !saving.isFinished && (
            <PlannedChanges
              plan={plan}
              isNew={isNew}
              mustOpen={plan.obstacles.some(({ reason }) => reason !== 'secretNeeded')}
              run={run}
            />
          )}
        </div>
        {isNew && (
          <Text element="p" color="secondary">
            {t(
              'setup.heartbeat.arms',
              'IRM starts monitoring with the first heartbeat, and then also pages you when you pause or delete the rule.'
            )}
          </Text>
        )}
        <ResultRegion
          ref={result}
          done={(outcome?.result === 'applied' || isFound) && isNext && t('setup.heartbeat.saved', 'Changes saved')}
        >
          {outcome?.result === 'failed' && !isFound && (
            <ApplyFailure outcome={outcome} button={saveLabel(isNext, isNew)} keepsInput />
          )}
        </ResultRegion>
        <HeartbeatFooter
          isNew={isNew}
          isNext={isNext}
          isRunning={run.isRunning}
          isDisabled={saving.cannotSave}
          goTo={goTo}
        />
      </Stack>
    </form>
  );
}

const hasErrors = (errors: object) => Object.keys(errors).length > 0;
