import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { useMutation } from '@tanstack/react-query';
import { isClosed, resolveTest, type Closing } from '../../../connection/irm/arrivalResolve';
import type { OpenGroup } from '../../../connection/irm/openGroups';
import { useServices } from '../../../ui/data/services';
import { ClosingNote } from '../../../ui/irm/arrival/ClosingNote';
import { useReadGroupsAgain } from '../../../ui/irm/useReadGroupsAgain';
import { groupResolved, useTellLeftInIrm } from '../../../ui/irm/useTellLeftInIrm';
import { toast } from '../../../ui/toast';

interface Props {
  group: OpenGroup;
  testId: string;
  integrationId: string;
}

/** Of an alert group that a test opened and no resolved message closed, because its page was lost: a person resolves it. */
export function LeftByTest({ group, testId, integrationId }: Props) {
  const { irm } = useServices();
  const readGroupsAgain = useReadGroupsAgain();
  const tellLeft = useTellLeftInIrm();
  const resolve = useMutation<Closing | undefined, Error, { evenWithOthers: boolean } | undefined>({
    mutationFn: async (options) => irm && resolveTest(irm, { testId, sentAt: group.createdAt }, [group], options),
    onSuccess: (closing) => {
      if (closing && isClosed(closing)) {
        toast(t('status.irm.open.resolved', 'The alert group of the test is resolved in IRM'));
        readGroupsAgain(integrationId);
      } else {
        tellLeft(false, groupResolved());
      }
    },
  });
  return (
    <Stack direction="column" gap={1} alignItems="flex-start">
      <Text element="p" color="secondary">
        {t('status.irm.open.by-test', 'Opened by a test that is over.')}
      </Text>
      <ClosingNote group={group} closing={resolve.isPending ? 'running' : resolve.data} onResolve={resolve.mutate} />
    </Stack>
  );
}
