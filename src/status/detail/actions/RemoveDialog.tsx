import { t } from '@grafana/i18n';
import { Checkbox } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { namesToRemove, planRemoval } from '../../../connection/actions/remove';
import { ReadErrorAlert } from '../../../ui/ReadErrorAlert';
import { PageSkeleton } from '../../../ui/PageSkeleton';
import { PlanDialog } from './PlanDialog';
import type { DialogProps } from './types';
import { useSurroundings } from './useSurroundings';

/** Takes the connection away, and nothing that others use. */
export function RemoveDialog(props: DialogProps) {
  const { connection, reading } = props;
  const [includeHandMade, setIncludeHandMade] = useState(false);
  const { surroundings, error, isReading, retry } = useSurroundings(namesToRemove(connection), reading.serverTime);
  const action = useMemo(
    () => surroundings && planRemoval(connection, reading, surroundings, { includeHandMade }),
    [connection, reading, surroundings, includeHandMade]
  );
  const hasHandMade = useMemo(
    () =>
      surroundings !== undefined &&
      planRemoval(connection, reading, surroundings).consequences.some(({ code }) => code === 'handMadeStays'),
    [connection, reading, surroundings]
  );
  const staysPartly = action?.plan.steps.some(
    ({ action: what, object }) => what === 'keep' && object.endsWith('ContactPoint')
  );
  return (
    <PlanDialog
      {...props}
      title={t('status.remove.title', 'Delete connection')}
      intro={t(
        'status.remove.intro',
        'Deletes the alert rule, the contact points, and the folder if nothing else is in it. What other rules or notification policies use is kept.'
      )}
      action={action}
      applyLabel={t('status.remove.apply', 'Delete')}
      doneTitle={
        staysPartly
          ? t('status.remove.done-partly', 'Deleted what nobody else uses')
          : t('status.remove.done', 'Connection deleted')
      }
      isDestructive
    >
      {(isDisabled) => (
        <>
          {error && <ReadErrorAlert error={error} onRetry={retry} isRetrying={isReading} />}
          {isReading && !error && <PageSkeleton lines={3} />}
          {hasHandMade && (
            <div>
              <Checkbox
                value={includeHandMade}
                disabled={isDisabled}
                onChange={(event) => setIncludeHandMade(event.currentTarget.checked)}
                label={t('status.remove.hand-made', 'Also delete what was created manually')}
              />
            </div>
          )}
        </>
      )}
    </PlanDialog>
  );
}
