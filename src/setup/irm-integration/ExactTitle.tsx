import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { candidatesOf } from '../../connection/irm/candidates';
import type { EscalationChain, IrmIntegration, IrmTeam } from '../../connection/irm/irmPort';
import { connectionsOf } from '../../connection/ownership/connections';
import type { GrafanaReading } from '../../connection/reading/reading';
import { BusyButton } from '../../ui/BusyButton';
import { useServices } from '../../ui/data/services';
import { answerOf, type IrmFailure } from '../../ui/irm/irmFailure';
import { IrmErrorAlert } from '../../ui/irm/IrmErrorAlert';
import { verbatim } from '../../ui/verbatim';
import { PickList } from './PickList';

interface Props {
  text: string;
  reading: GrafanaReading;
  teams: readonly IrmTeam[];
  chains: readonly EscalationChain[] | undefined;
  onUse(integration: IrmIntegration): void;
}

/** For those beyond what is read: IRM itself finds integrations by their exact title. */
export function ExactTitle({ text, reading, teams, chains, onUse }: Props) {
  const { irm } = useServices();
  const [title, setTitle] = useState('');
  const wanted = text.trim();
  const query = useQuery<IrmIntegration[], IrmFailure>({
    queryKey: ['irm', 'integrations-named', title],
    queryFn: async () => (await answerOf(irm, (api) => api.listIntegrations({ name: title }))).items,
    enabled: irm !== undefined && title !== '',
  });
  const found = candidatesOf(query.data ?? [], connectionsOf(reading)).list;
  const isAsked = title !== '' && title === wanted;
  return (
    <Stack direction="column" gap={1} alignItems="stretch">
      <div>
        <BusyButton
          isBusy={query.isFetching}
          type="button"
          size="sm"
          variant="secondary"
          icon="search"
          disabled={wanted === ''}
          onClick={() => (isAsked ? void query.refetch() : setTitle(wanted))}
        >
          {wanted === ''
            ? t('setup.pick.exact-empty', 'Look for an exact title in all of IRM')
            : t('setup.pick.exact', 'Look for "{{title}}" in all of IRM', verbatim({ title: wanted }))}
        </BusyButton>
      </div>
      {isAsked && query.error && <IrmErrorAlert error={query.error.error} />}
      {isAsked && query.isSuccess && found.length === 0 && (
        <Text element="p" color="secondary">
          {t('setup.pick.exact-none', 'IRM has no integration of exactly this title that Grafana could send to.')}
        </Text>
      )}
      {isAsked && <PickList candidates={found} teams={teams} chains={chains} onUse={onUse} />}
    </Stack>
  );
}
