import { t } from '@grafana/i18n';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { createIntegration, type Creation, type LostRequest } from '../../connection/irm/createIntegration';
import type { IntegrationWish } from '../../connection/irm/irmPort';
import { useServices } from '../../ui/data/services';
import { useKeepIntegration } from '../../ui/irm/useKeepIntegration';
import { useTellLeftInIrm } from '../../ui/irm/useTellLeftInIrm';

/** Creates an integration once, however often the button is pressed, and keeps in mind what a failed try may have done. */
export function useCreateIntegration(onDone: (creation: Creation) => void) {
  const { irm } = useServices();
  const keep = useKeepIntegration();
  const tellLeft = useTellLeftInIrm();
  const lost = useRef<LostRequest | undefined>(undefined);
  const isRunning = useRef(false);
  const mutation = useMutation<Creation, Error, IntegrationWish>({
    mutationFn: (wish) => {
      if (!irm) {
        throw new Error('asked for only with the API');
      }
      return createIntegration(irm, wish, lost.current);
    },
    onSuccess: (creation) => {
      lost.current = creation.kind === 'error' ? creation.lost : undefined;
      tellLeft(creation.kind !== 'error', t('setup.create.left', 'Integration created in IRM'));
      if (creation.kind !== 'error') {
        keep(creation.integration);
      }
    },
    onSettled: () => (isRunning.current = false),
  });
  return {
    create(wish: IntegrationWish) {
      // Two clicks can be quicker than the button is disabled.
      if (!isRunning.current) {
        isRunning.current = true;
        mutation.mutate(wish, { onSuccess: onDone });
      }
    },
    isCreating: mutation.isPending,
    failed: mutation.data?.kind === 'error' ? mutation.data : undefined,
  };
}
