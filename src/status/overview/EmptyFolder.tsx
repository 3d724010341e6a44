import { t } from '@grafana/i18n';
import { Alert, Button, Stack, Text } from '@grafana/ui';
import { lazy, Suspense, useRef, useState } from 'react';
import { FOLDER } from '../../connection/desired/objects';
import type { GrafanaReading } from '../../connection/reading/reading';
import { toast } from '../../ui/toast';
import { useFocusAfterDialog } from '../../ui/useFocusAfterDialog';
import { verbatim } from '../../ui/verbatim';
import type { Done } from '../detail/actions/types';

const FolderDialog = lazy(() =>
  import('../detail/actions/FolderDialog').then((file) => ({ default: file.FolderDialog }))
);

/** The folder of the heartbeat rules was left behind, because something else was in it then, or it could not be removed. */
export function EmptyFolder({ reading }: { reading: GrafanaReading }) {
  /** What the dialog plans on: Grafana as it was when it was opened. */
  const [opened, setOpened] = useState<GrafanaReading>();
  const [deleted, setDeleted] = useState<string>();
  if (deleted !== undefined) {
    return <Deleted title={deleted} />;
  }
  const { folder, rules, otherRules, realAlertRules = [], problems } = reading;
  if (folder.state !== 'present' || rules.length + otherRules.length + realAlertRules.length > 0 || problems.rules) {
    return null;
  }
  const close = () => setOpened(undefined);
  const finish = ({ title }: Done) => {
    setDeleted(title);
    toast(title);
  };
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
        <Button size="sm" variant="secondary" icon="trash-alt" onClick={() => setOpened(reading)}>
          {t('status.empty-folder.remove', 'Delete folder')}
        </Button>
      </Stack>
      {opened && (
        <Suspense fallback={null}>
          <FolderDialog reading={opened} onClose={close} onDone={finish} />
        </Suspense>
      )}
    </Alert>
  );
}

/** Where the focus goes: the button that was pressed is gone with the notice. */
function Deleted({ title }: { title: string }) {
  const ref = useRef<HTMLParagraphElement>(null);
  useFocusAfterDialog(ref, title);
  return (
    <p ref={ref} tabIndex={-1} role="status">
      {title}
    </p>
  );
}
