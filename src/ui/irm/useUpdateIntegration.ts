import { t } from '@grafana/i18n';
import { useMutation } from '@tanstack/react-query';
import type { IntegrationWish, IrmError, IrmIntegration } from '../../connection/irm/irmPort';
import { useServices } from '../data/services';
import { answerOf, type IrmFailure } from './irmFailure';
import { useKeepIntegration } from './useKeepIntegration';
import { useTellLeftInIrm } from './useTellLeftInIrm';

type Change = Partial<Pick<IntegrationWish, 'escalationChainId' | 'templates'>>;

/** Changes an integration in IRM. Asking twice for the same does no harm, so a lost answer is simply asked for again. */
export function useUpdateIntegration(id: string) {
  const { irm } = useServices();
  const keep = useKeepIntegration();
  const tellLeft = useTellLeftInIrm();
  const mutation = useMutation<IrmIntegration, IrmFailure, Change>({
    mutationFn: (change) => answerOf(irm, (api) => api.updateIntegration(id, change)),
    onSuccess: (integration) => {
      tellLeft(true, changed());
      keep(integration);
    },
    onError: () => tellLeft(false, changed()),
  });
  const error: IrmError | undefined = mutation.error?.error;
  return { update: mutation.mutate, isUpdating: mutation.isPending, error };
}

const changed = () => t('irm.left.changed', 'Changes saved in IRM');
