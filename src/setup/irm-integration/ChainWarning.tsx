import { t } from '@grafana/i18n';
import { Alert, Stack, Text } from '@grafana/ui';
import { useState } from 'react';
import { BusyButton } from '../../ui/BusyButton';
import type { IrmIntegration } from '../../connection/irm/irmPort';
import { Dropdown } from '../../ui/Dropdown';
import { IntegrationLink } from '../../ui/irm/IntegrationLink';
import { IrmErrorAlert } from '../../ui/irm/IrmErrorAlert';
import { useEscalationChains } from '../../ui/irm/useIrmLists';
import { useUpdateIntegration } from '../../ui/irm/useUpdateIntegration';

/** Without an escalation chain alerts are recorded and wake nobody; one can be chosen here. */
export function ChainWarning({ integration }: { integration: IrmIntegration }) {
  const chains = useEscalationChains();
  const { update, isUpdating, error } = useUpdateIntegration(integration.id);
  const [chain, setChain] = useState<string | null>(null);
  if (integration.escalationChainId !== undefined) {
    return null;
  }
  const options = (chains.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Alert severity="warning" bottomSpacing={0} title={t('setup.chain-warning.title', 'Nobody will be paged')}>
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">
          {t(
            'setup.chain-warning.text',
            'The default route has no escalation chain. Unless another route takes an alert, IRM opens an alert group and tells no one.'
          )}
        </Text>
        {options.length > 0 && (
          <Stack direction="row" gap={1} wrap="wrap" alignItems="center">
            <label htmlFor="chain-to-set">{t('setup.chain.label', 'Escalation chain')}</label>
            <Dropdown
              id="chain-to-set"
              width={32}
              disabled={isUpdating}
              placeholder={t('setup.chain-warning.choose', 'Choose a chain')}
              options={options}
              value={chain}
              onChange={(id) => setChain(id)}
            />
            <BusyButton
              isBusy={isUpdating}
              type="button"
              size="sm"
              variant="secondary"
              icon="check"
              disabled={chain === null}
              onClick={() => void (chain !== null && update({ escalationChainId: chain }))}
            >
              {t('setup.chain-warning.set', 'Set the chain')}
            </BusyButton>
          </Stack>
        )}
        {error && !isUpdating && <IrmErrorAlert error={error} />}
        {(error ?? (chains.error || chains.items?.length === 0)) && <IntegrationLink id={integration.id} />}
      </Stack>
    </Alert>
  );
}
