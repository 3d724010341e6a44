import { t, Trans } from '@grafana/i18n';
import { Stack, Text, TextLink } from '@grafana/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BusyButton } from '../../../ui/BusyButton';
import type { AlertGroup } from '../../../connection/irm/irmPort';
import { useServices } from '../../../ui/data/services';
import { IrmErrorAlert } from '../../../ui/irm/IrmErrorAlert';
import { valueOrThrow } from '../../../ui/data/queryFailure';
import type { IrmFailure } from '../../../ui/irm/irmFailure';
import { groupResolved, useTellLeftInIrm } from '../../../ui/irm/useTellLeftInIrm';

/** Some templates do not resolve an alert group when beats come again; then a person does. */
export function ResolveInIrm({ groups }: { groups: readonly AlertGroup[] }) {
  const { irm } = useServices();
  const queryClient = useQueryClient();
  const tellLeft = useTellLeftInIrm();
  const resolve = useMutation<void, IrmFailure>({
    mutationFn: async () => {
      for (const { id } of irm ? groups : []) {
        valueOrThrow((await irm?.resolveAlertGroup(id)) ?? { ok: true, value: undefined });
      }
      tellLeft(true, groupResolved());
      await queryClient.refetchQueries({ queryKey: ['irm', 'drill'] });
    },
    onError: () => tellLeft(false, groupResolved()),
  });
  return (
    <Stack direction="column" gap={1} alignItems="flex-start">
      <Text element="p">
        <Trans i18nKey="drill.resolve.text">
          The templates of the integration do not resolve it when heartbeats resume. It stays open, and the next lost
          heartbeat may be added to it unseen.
        </Trans>
      </Text>
      {resolve.error && <IrmErrorAlert error={resolve.error.error} />}
      {resolve.error?.error.reason === 'forbidden' && (
        <Text element="p">
          <Trans i18nKey="drill.resolve.forbidden">
            IRM lets only people resolve alert groups, no service accounts.
          </Trans>{' '}
          {groups.map(
            ({ id, link }) =>
              link && (
                <TextLink key={id} href={link} external inline>
                  {id}
                </TextLink>
              )
          )}
        </Text>
      )}
      <BusyButton isBusy={resolve.isPending} variant="secondary" icon="check" onClick={() => resolve.mutate()}>
        {t('drill.resolve.button', 'Resolve in IRM')}
      </BusyButton>
    </Stack>
  );
}
