import { t } from '@grafana/i18n';
import { Alert, Button, Modal, Stack, Text } from '@grafana/ui';
import { useMutation } from '@tanstack/react-query';
import { canRestore, expireSilence } from '../../../connection/actions/silences';
import { missingSilenceRights } from '../../../connection/plan/silenceRights';
import type { Silence } from '../../../connection/port/grafanaPort';
import { WriteErrorAlert } from '../../../ui/WriteErrorAlert';
import { Dialog } from '../../../ui/Dialog';
import { MissingRights } from '../../../ui/MissingRights';
import { useServices } from '../../../ui/data/services';
import { useRights } from '../../../ui/data/useRights';
import { useFocusWhile } from '../../../ui/useFocusWhile';
import { verbatim } from '../../../ui/verbatim';
import { useTellLeft } from '../../../ui/useTellLeft';
import type { DialogProps } from '../actions/types';
import { SilenceFacts } from './SilenceFacts';
import { useSilences } from './useSilences';

interface Props extends Pick<DialogProps, 'onDone' | 'onClose'> {
  refresh(): Promise<void>;
  ids: readonly string[];
  /** The server's time, epoch milliseconds. */
  now: number;
}

/** Ends a silence that suppresses the heartbeat. It is shared with all that it silences, so that is shown first. */
export function SilenceDialog({ ids, now, onDone, onClose, refresh }: Props) {
  const { grafana } = useServices();
  const tellLeft = useTellLeft();
  const { granted } = useRights();
  const { silences, error, isLoading } = useSilences(ids);
  const expiry = useMutation({
    mutationFn: async (silence: Silence) => {
      const result = await expireSilence(grafana, silence);
      await refresh();
      tellLeft(result.ok);
      return result;
    },
  });
  const expire = (silence: Silence) =>
    expiry.mutate(silence, {
      onSuccess: (result) =>
        result.ok &&
        onDone({
          title: t('status.silence.done', 'Silence expired'),
          consequences: [],
          undo: canRestore(silence, now) ? { kind: 'silence', silence } : undefined,
        }),
    });
  const closeButton = useFocusWhile(expiry.isPending);
  const failure = expiry.data && !expiry.data.ok ? expiry.data.error : error;
  const active = silences.filter(({ state }) => state !== 'expired');
  const missingFor = (silence: Silence) => missingSilenceRights(granted, silence);
  const missing = [...new Set(active.flatMap(missingFor))];
  return (
    <Dialog title={t('status.silence.title', 'Expire silence')} onDismiss={onClose}>
      <Stack direction="column" gap={2} alignItems="stretch">
        <Alert severity="info" title={t('status.silence.shared', 'Silences are shared')} bottomSpacing={0}>
          {t('status.silence.shared-text', 'Everything else that it silences will notify again, too.')}
        </Alert>
        <MissingRights missing={missing} />
        {failure && <WriteErrorAlert error={failure} />}
        {!isLoading && active.length === 0 && !failure && (
          <Text element="p">{t('status.silence.none', 'It is gone. Heartbeats are sent again.')}</Text>
        )}
        {active.map((silence) => (
          <Stack key={silence.id} direction="column" gap={1} alignItems="stretch">
            <SilenceFacts silence={silence} now={now} />
            <div>
              <Button
                variant="destructive"
                icon={expiry.isPending ? 'spinner' : 'bell'}
                disabled={missingFor(silence).length > 0 || expiry.isPending}
                onClick={() => expire(silence)}
                aria-label={t(
                  'status.silence.expire-label',
                  'Expire the silence of {{name}} now',
                  verbatim({ name: silence.createdBy })
                )}
              >
                {t('status.silence.expire', 'Expire now')}
              </Button>
            </div>
          </Stack>
        ))}
      </Stack>
      <Modal.ButtonRow>
        <Button ref={closeButton} variant="secondary" fill="outline" onClick={onClose}>
          {t('status.silence.cancel', 'Cancel')}
        </Button>
      </Modal.ButtonRow>
    </Dialog>
  );
}
