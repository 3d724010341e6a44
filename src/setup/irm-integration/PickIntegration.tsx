import { t } from '@grafana/i18n';
import { Pagination, Stack, Text } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { candidatesOf, searchCandidates, type CandidateSearch } from '../../connection/irm/candidates';
import type { IrmIntegration } from '../../connection/irm/irmPort';
import { connectionsOf } from '../../connection/ownership/connections';
import { BusyButton } from '../../ui/BusyButton';
import { IrmErrorAlert } from '../../ui/irm/IrmErrorAlert';
import { useEscalationChains, useIrmTeams } from '../../ui/irm/useIrmLists';
import type { StepProps } from '../step/stepProps';
import { ExactTitle } from './ExactTitle';
import { PickFilters } from './PickFilters';
import { PickList } from './PickList';
import { ReadingProgress } from './ReadingProgress';

const ROWS = 20;
const ALL: CandidateSearch = { text: '', type: undefined, teamId: undefined };

interface Props extends Pick<StepProps, 'integrations' | 'reading'> {
  onUse(integration: IrmIntegration): void;
}

/** IRM's integrations that fit, to search and to choose from while the rest of them is still being read. */
export function PickIntegration({ integrations, reading, onUse }: Props) {
  const [search, setSearch] = useState(ALL);
  const [page, setPage] = useState(1);
  const teams = useIrmTeams().items;
  const chains = useEscalationChains().items;
  const { list, otherTypes } = useMemo(
    () => candidatesOf(integrations.items ?? [], connectionsOf(reading)),
    [integrations.items, reading]
  );
  const found = useMemo(() => searchCandidates(list, search), [list, search]);
  const pages = Math.max(1, Math.ceil(found.length / ROWS));
  const shown = Math.min(page, pages);
  const change = (changed: Partial<CandidateSearch>) => {
    setSearch({ ...search, ...changed });
    setPage(1);
  };

  return (
    <Stack direction="column" gap={2}>
      <PickFilters search={search} onChange={change} candidates={list} teams={teams} />
      <Stack direction="row" gap={1} alignItems="center" justifyContent="space-between" wrap="wrap">
        <ReadingProgress integrations={integrations} found={found.length} />
        <BusyButton
          isBusy={integrations.isReading}
          type="button"
          size="sm"
          variant="secondary"
          fill="text"
          icon="sync"
          onClick={integrations.refresh}
        >
          {t('setup.pick.refresh', 'Read the list again')}
        </BusyButton>
      </Stack>
      {integrations.error && (
        <IrmErrorAlert error={integrations.error} onRetry={integrations.retry} isRetrying={integrations.isReading} />
      )}
      <PickList
        candidates={found.slice((shown - 1) * ROWS, shown * ROWS)}
        teams={teams ?? []}
        chains={chains}
        onUse={onUse}
      />
      <Pagination currentPage={shown} numberOfPages={pages} onNavigate={setPage} hideWhenSinglePage />
      {integrations.items !== undefined && !integrations.isReading && found.length === 0 && (
        <Text element="p" color="secondary">
          {list.length === 0
            ? t('setup.pick.none', 'IRM has no integration that Grafana could send to. Create one here.')
            : t('setup.pick.none-found', 'No integration matches. Change the search or the filters.')}
        </Text>
      )}
      {integrations.isCutShort && (
        <ExactTitle text={search.text} reading={reading} teams={teams ?? []} chains={chains} onUse={onUse} />
      )}
      {otherTypes > 0 && (
        <Text element="p" variant="bodySmall" color="secondary">
          {t(
            'setup.pick.other-types',
            '{{count}} of other types are not shown: they do not understand what Grafana sends.',
            {
              count: otherTypes,
              defaultValue_one: '{{count}} of another type is not shown: it does not understand what Grafana sends.',
              defaultValue_other: '{{count}} of other types are not shown: they do not understand what Grafana sends.',
            }
          )}
        </Text>
      )}
    </Stack>
  );
}
