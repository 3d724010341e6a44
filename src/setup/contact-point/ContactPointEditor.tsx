import { t } from '@grafana/i18n';
import { Stack } from '@grafana/ui';
import { useRef } from 'react';
import { isOurUid } from '../../connection/desired/objects';
import { isLocked, type Endpoint } from '../../connection/model';
import { connectionOf } from '../../connection/ownership/connections';
import { MissingRights } from '../../ui/MissingRights';
import { Fold } from '../step/Fold';
import { PlannedChanges } from '../step/PlannedChanges';
import type { StepProps } from '../step/stepProps';
import { isFoundDone } from '../step/isFoundDone';
import { AccessFields } from './AccessFields';
import { storedFields } from './accessForm';
import { AdvancedFields } from './AdvancedFields';
import { ContactPointFooter } from './ContactPointFooter';
import { isAsProposed, storedSettings } from './contactPointForm';
import { planOf } from './contactPointPlan';
import { ContactPointResult } from './ContactPointResult';
import { NameField } from './NameField';
import { useContactPointForm } from './useContactPointForm';
import { useProveThenSave } from './useProveThenSave';

type Props = StepProps & { endpoint: Endpoint };

/** Form, test and plan. What exists fills the form; applying it again changes nothing. */
export function ContactPointEditor({ endpoint, draft, reading, connection, isProven, data, note, goTo }: Props) {
  const { form, values, onStored } = useContactPointForm(endpoint, reading, draft.integrationName || draft.title);
  const result = useRef<HTMLDivElement>(null);
  const asked = planOf(values, endpoint, reading);
  const { plan, obstacles, accessProblems, hasBadAccess, hasBadField, isFinished } = asked;
  const onNews = () => result.current?.focus();
  const proving = useProveThenSave({ endpoint, asked, isProven, data, note, goTo, onStored, onNews });
  const { test, run, missing, phase } = proving;
  const existing = connectionOf(endpoint, reading)?.alertContactPoint;
  const isForeign = existing !== undefined && !isOurUid(existing.uid);
  const isNew = asked.planned?.isNew ?? false;
  const isDisabled = missing.length > 0 || proving.isBusy;

  return (
    <form
      onSubmit={(event) => void form.handleSubmit(proving.submit)(event)}
      aria-label={t('setup.contact-point.form', 'Contact point')}
      noValidate
    >
      <Stack direction="column" gap={2}>
        <MissingRights missing={missing} />
        <NameField form={form} isDisabled={isDisabled} isForeign={isForeign} obstacle={obstacles.name} />
        <div>
          <Fold
            label={t('setup.advanced', 'Advanced')}
            mustOpen={!isAsProposed(values) || obstacles.maxAlerts !== undefined || hasBadAccess}
          >
            <Stack direction="column" gap={2}>
              <AdvancedFields
                form={form}
                isDisabled={isDisabled}
                isForeign={isForeign}
                isLocked={existing !== undefined && isLocked(existing)}
                maxAlertsObstacle={obstacles.maxAlerts}
              />
              <AccessFields
                form={form}
                isDisabled={isDisabled}
                stored={storedFields(storedSettings(endpoint, reading))}
                problems={accessProblems}
              />
            </Stack>
          </Fold>
          {!hasBadField && !isFinished && (
            <PlannedChanges
              plan={{ ...plan, obstacles: obstacles.others }}
              isNew={isNew}
              mustOpen={obstacles.others.length > 0}
              run={run}
            />
          )}
        </div>
        <ContactPointResult
          ref={result}
          phase={phase}
          isNew={isNew}
          isUnread={isProven === undefined}
          test={test}
          run={run}
          isFoundDone={isFoundDone(run, reading)}
          onSeen={() => note({ isSeen: true })}
        />
        <ContactPointFooter
          phase={phase}
          isNew={isNew}
          connection={connection}
          isBusy={proving.isBusy}
          isTesting={test.isSending}
          isDisabled={isFinished ? false : proving.cannotSave}
          mayTest={proving.mayTest}
          onTest={() => void proving.prove()}
          onSave={(options) => void proving.save(options)}
          goTo={goTo}
        />
      </Stack>
    </form>
  );
}
