import { t } from '@grafana/i18n';
import { Alert, Field, Stack, Text } from '@grafana/ui';
import type { ReactNode } from 'react';
import type { EscalationChain } from '../../connection/irm/irmPort';
import { BusyButton } from '../../ui/BusyButton';
import { Dropdown } from '../../ui/Dropdown';
import { useEscalationChains } from '../../ui/irm/useIrmLists';

const NONE = 'none';

interface Props {
  id: string;
  /** '' is none. */
  value: string;
  onChange(chain: string): void;
  /** Chains of this team come first; '' is none. */
  teamId: string;
  error?: string | undefined;
  disabled?: boolean;
  /** Where a chain is chosen in place of here, when IRM does not list them. */
  way: ReactNode;
}

/** Who is paged: the chain that the default route starts. That nobody is has to be seen before it is chosen. */
export function ChainField({ id, value, onChange, teamId, error, disabled, way }: Props) {
  const chains = useEscalationChains();
  if (chains.error) {
    return (
      <Alert
        severity="warning"
        bottomSpacing={0}
        title={t('setup.chain.unlisted.title', 'Nobody is paged until you choose an escalation chain in IRM')}
      >
        <Stack direction="column" gap={1} alignItems="flex-start">
          <Text element="p">
            {t('setup.chain.unlisted.text', 'IRM does not list its escalation chains to the plugin.')}
          </Text>
          {way}
          <BusyButton
            isBusy={chains.isReading}
            type="button"
            size="sm"
            variant="secondary"
            icon="sync"
            onClick={chains.retry}
          >
            {t('setup.chain.unlisted.retry', 'Read them again')}
          </BusyButton>
        </Stack>
      </Alert>
    );
  }
  return (
    <Stack direction="column" gap={1}>
      <Field
        noMargin
        htmlFor={id}
        label={t('setup.chain.label', 'Escalation chain')}
        description={t('setup.chain.help', 'Who is paged, and in which order. The default route starts it.')}
        invalid={error !== undefined}
        error={error}
      >
        <Dropdown
          id={id}
          width={40}
          disabled={disabled}
          loading={chains.items === undefined}
          options={[
            { value: NONE, label: t('setup.chain.none', 'None: nobody will be paged') },
            ...sorted(chains.items ?? [], teamId).map((chain) => ({ value: chain.id, label: chain.name })),
          ]}
          value={value === '' ? NONE : value}
          onChange={(chain) => onChange(chain === NONE ? '' : chain)}
        />
      </Field>
      {value === '' && (
        <Alert severity="warning" bottomSpacing={0} title={t('setup.chain.nobody.title', 'Nobody will be paged')}>
          {chains.items?.length === 0
            ? t(
                'setup.chain.nobody.no-chains',
                'IRM has no escalation chain yet. Create one there, or alerts only show up as alert groups.'
              )
            : t('setup.chain.nobody.text', 'Without an escalation chain IRM opens alert groups and tells no one.')}
        </Alert>
      )}
    </Stack>
  );
}

function sorted(chains: readonly EscalationChain[], teamId: string): EscalationChain[] {
  const isOthers = (chain: EscalationChain) => Number((chain.teamId ?? '') !== teamId);
  return [...chains].sort((a, b) => isOthers(a) - isOthers(b) || a.name.localeCompare(b.name));
}
