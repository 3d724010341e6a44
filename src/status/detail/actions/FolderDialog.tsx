import { t } from '@grafana/i18n';
import { useMemo } from 'react';
import { planFolderRemoval } from '../../../connection/actions/remove';
import { ReadErrorAlert } from '../../../ui/ReadErrorAlert';
import { PageSkeleton } from '../../../ui/PageSkeleton';
import type { ReadingData } from '../../../ui/reading/useReading';
import { PlanDialog } from './PlanDialog';
import type { DialogProps } from './types';
import { useLookAgain, type Reading } from './useLookAgain';
import { useSurroundings } from './useSurroundings';

interface Props extends Pick<DialogProps, 'onDone' | 'onClose'> {
  /** Grafana as it was when the dialog was opened, which the plan rests on. */
  opened: Looked;
  /** Grafana as it is now, and the reading of it. */
  now: Looked & Reading;
  onReopen(looked: Looked): void;
}

interface Looked {
  data: ReadingData;
}

/** Takes the folder of the heartbeat rules away that was left behind, when nothing at all is in it. */
export function FolderDialog({ opened, now, onReopen, onDone, onClose }: Props) {
  const { reading } = opened.data;
  const lookAgain = useLookAgain(opened, now, now, (looked) => looked && onReopen(looked));
  const { surroundings, error, isReading, retry } = useSurroundings([], reading.serverTime);
  const action = useMemo(
    () => surroundings && { plan: planFolderRemoval(reading, surroundings), consequences: [] },
    [reading, surroundings]
  );
  return (
    <PlanDialog
      onDone={onDone}
      onClose={onClose}
      lookAgain={lookAgain}
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
