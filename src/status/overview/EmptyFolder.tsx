import { t, Trans } from '@grafana/i18n';
import { Alert, Button, Stack, Text } from '@grafana/ui';
import { lazy, Suspense, useState } from 'react';
import { FOLDER } from '../../connection/desired/objects';
import type { GrafanaReading } from '../../connection/reading/reading';

const FolderDialog = lazy(() =>
  import('../detail/actions/FolderDialog').then((file) => ({ default: file.FolderDialog }))
);

/** The folder of the heartbeat rules was left behind, because something else was in it then, or it could not be removed. */
export function EmptyFolder({ reading }: { reading: GrafanaReading }) {
  const [isOpen, setOpen] = useState(false);
  const { folder, rules, otherRules, problems } = reading;
  if (folder.state !== 'present' || rules.length + otherRules.length > 0 || problems.rules) {
    return null;
  }
  const close = () => setOpen(false);
  return (
    <Alert severity="info" title={t('status.empty-folder.title', 'An empty folder is left')} bottomSpacing={0}>
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">
          <Trans i18nKey="status.empty-folder.text" values={{ title: folder.title ?? FOLDER.title }}>
            No heartbeat rule is in the folder {'{{title}}'}.
          </Trans>
        </Text>
        <Button size="sm" variant="secondary" icon="trash-alt" onClick={() => setOpen(true)}>
          <Trans i18nKey="status.empty-folder.remove">Remove folder</Trans>
        </Button>
      </Stack>
      {isOpen && (
        <Suspense fallback={null}>
          <FolderDialog reading={reading} onClose={close} onDone={close} />
        </Suspense>
      )}
    </Alert>
  );
}
