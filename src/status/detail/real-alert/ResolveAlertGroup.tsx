import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BusyButton } from '../../../ui/BusyButton';
import { isClosed, resolveTest, type Closing } from '../../../connection/irm/arrivalResolve';
import type { AlertGroup } from '../../../connection/irm/irmPort';
import type { RealAlert } from '../../../connection/real-alert/realAlert';
import { useServices } from '../../../ui/data/services';
import { describeIrmError } from '../../../ui/irm/describeIrmError';
import { groupResolved, useTellLeftInIrm } from '../../../ui/irm/useTellLeftInIrm';
import { alertGroupKey } from './useAlertGroup';

interface Props {
  group: AlertGroup;
  alert: Pick<RealAlert, 'testId' | 'mark'>;
  /** Whether the contact point sends resolved messages. */
  isClosedByItself: boolean;
}

/** Where no resolved message closes the alert group, a person does. */
export function ResolveAlertGroup({ group, alert, isClosedByItself }: Props) {
  const { irm } = useServices();
  const queryClient = useQueryClient();
  const tellLeft = useTellLeftInIrm();
  const resolve = useMutation<Closing | undefined>({
    mutationFn: async () => {
      const test = { testId: alert.testId, sentAt: alert.mark.startedAt };
      const closing = irm && (await resolveTest(irm, test, [group]));
      if (closing) {
        tellLeft(isClosed(closing), groupResolved());
      }
      await queryClient.refetchQueries({ queryKey: alertGroupKey(alert.testId) });
      return closing;
    },
  });
  const closing = resolve.data;
  return (
    <Stack direction="column" gap={1} alignItems="flex-start">
      <Text element="p">
        {isClosedByItself
          ? t('real-alert.resolve.late', 'The resolved message did not close it in time.')
          : t(
              'real-alert.resolve.none',
              'The contact point sends no resolved messages, so IRM does not close it by itself.'
            )}
      </Text>
      {closing && 'error' in closing && <Text element="p">{describeIrmError(closing.error).title}</Text>}
      {closing?.kind === 'holdsOthers' && (
        <Text element="p">
          {t('real-alert.resolve.others', 'Other alerts are in it meanwhile, so it is left as it is.')}
        </Text>
      )}
      <BusyButton isBusy={resolve.isPending} variant="secondary" icon="check" onClick={() => resolve.mutate()}>
        {t('real-alert.resolve.button', 'Resolve in IRM')}
      </BusyButton>
    </Stack>
  );
}
