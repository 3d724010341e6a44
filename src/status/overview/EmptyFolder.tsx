import { t } from '@grafana/i18n';
import { Alert, Button, Stack, Text } from '@grafana/ui';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { FOLDER } from '../../connection/desired/objects';
import type { GrafanaReading } from '../../connection/reading/reading';
import type { ReadingData } from '../../ui/reading/useReading';
import { toast } from '../../ui/toast';
import { verbatim } from '../../ui/verbatim';
import type { Done } from '../detail/actions/types';
import type { Reading } from '../detail/actions/useLookAgain';
import { leaveDone } from '../detail/leftDone';

const FolderDialog = lazy(() =>
  import('../detail/actions/FolderDialog').then((file) => ({ default: file.FolderDialog }))
);

type Looked = { data: ReadingData };

/**
 * The folder of the heartbeat rules was left behind, because something else was in it then, or it could not be removed.
 * The dialog outlasts the notice, which goes with the folder: how a deletion ended is told where it was begun.
 */
export function EmptyFolder({ now }: { now: Looked & Reading }) {
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState<Looked>();
  const close = () => setOpened(undefined);
  const finish = (done: Done) => {
    close();
    leaveDone(queryClient, done);
    toast(done.title, { isWarning: (done.left?.length ?? 0) > 0 });
  };
  return (
    <>
      <Notice reading={now.data.reading} onDelete={() => setOpened(now)} />
      {opened && (
        <Suspense fallback={null}>
          <FolderDialog
            key={opened.data.readAt}
            opened={opened}
            now={now}
            onReopen={setOpened}
            onClose={close}
            onDone={finish}
          />
        </Suspense>
      )}
    </>
  );
}

function Notice({ reading, onDelete }: { reading: GrafanaReading; onDelete(): void }) {
  const { folder, rules, otherRules, realAlertRules = [], problems } = reading;
  if (folder.state !== 'present' || rules.length + otherRules.length + realAlertRules.length > 0 || problems.rules) {
    return null;
  }
  return (
    <Alert severity="info" title={t('status.empty-folder.title', 'An empty folder is left')} bottomSpacing={0}>
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">
          {t(
            'status.empty-folder.text',
            'No heartbeat rule is in the folder {{title}}.',
            verbatim({ title: folder.title ?? FOLDER.title })
          )}
        </Text>
        <Button size="sm" variant="secondary" icon="trash-alt" onClick={onDelete}>
          {t('status.empty-folder.remove', 'Delete folder')}
        </Button>
      </Stack>
    </Alert>
  );
}
