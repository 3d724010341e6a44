import { t } from '@grafana/i18n';
import { ConfirmModal, Stack } from '@grafana/ui';
import { useMutation } from '@tanstack/react-query';
import { restoreSilence } from '../../../connection/actions/silences';
import type { Silence } from '../../../connection/port/grafanaPort';
import { WriteErrorAlert } from '../../../ui/WriteErrorAlert';
import { useServices } from '../../../ui/data/services';
import { useTellLeft } from '../../../ui/useTellLeft';
import type { DialogProps } from '../actions/types';
import { SilenceFacts } from './SilenceFacts';

interface Props extends Pick<DialogProps, 'onDone' | 'onClose'> {
  refresh(): Promise<void>;
  silence: Silence;
  /** The server's time, epoch milliseconds. */
  now: number;
}

/** Puts an expired silence back, as a new one with the same matchers and end. */
export function RestoreDialog({ silence, now, onDone, onClose, refresh }: Props) {
  const { grafana } = useServices();
  const tellLeft = useTellLeft();
  const restoring = useMutation({
    mutationFn: async () => {
      const result = await restoreSilence(grafana, silence, now);
      await refresh();
      tellLeft(result.ok);
      return result;
    },
  });
  const restore = () =>
    restoring.mutate(undefined, {
      onSuccess: (result) =>
        result.ok && onDone({ title: t('status.restore.done', 'Silence restored'), consequences: [] }),
    });
  return (
    <ConfirmModal
      isOpen
      title={t('status.restore.title', 'Restore silence')}
      body={t(
        'status.restore.text',
        'Creates a silence with the same matchers and end. It suppresses the heartbeat again.'
      )}
      description={
        <Stack direction="column" gap={2} alignItems="stretch">
          <SilenceFacts silence={silence} now={now} />
          {restoring.data?.ok === false && <WriteErrorAlert error={restoring.data.error} />}
        </Stack>
      }
      confirmText={t('status.restore.apply', 'Restore')}
      confirmVariant="primary"
      dismissText={t('status.restore.cancel', 'Cancel')}
      disabled={restoring.isPending}
      onConfirm={restore}
      onDismiss={onClose}
    />
  );
}
