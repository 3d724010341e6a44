import { t } from '@grafana/i18n';
import { useMemo } from 'react';
import { planFolderRemoval } from '../../../connection/actions/remove';
import { ReadErrorAlert } from '../../../ui/ReadErrorAlert';
import { PageSkeleton } from '../../../ui/PageSkeleton';
import { PlanDialog } from './PlanDialog';
import type { DialogProps } from './types';
import { useSurroundings } from './useSurroundings';

/** Takes the folder of the heartbeat rules away that was left behind, when nothing at all is in it. */
export function FolderDialog({ reading, onDone, onClose }: Pick<DialogProps, 'reading' | 'onDone' | 'onClose'>) {
  const { surroundings, error, isReading, retry } = useSurroundings([], reading.serverTime);
  const action = useMemo(
    () => surroundings && { plan: planFolderRemoval(reading, surroundings), consequences: [] },
    [reading, surroundings]
  );
  return (
    <PlanDialog
      onDone={onDone}
      onClose={onClose}
      title={t('status.folder.title', 'Delete empty folder')}
      intro={t('status.folder.intro', 'No connection has a heartbeat, and the folder of their rules is empty.')}
      action={action}
      applyLabel={t('status.folder.apply', 'Delete')}
      doneTitle={t('status.folder.done', 'Folder deleted')}
      isDestructive
    >
      {() => (
        <>
          {error && <ReadErrorAlert error={error} onRetry={retry} isRetrying={isReading} />}
          {isReading && !error && <PageSkeleton lines={1} />}
        </>
      )}
    </PlanDialog>
  );
}
