import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, FilterInput, useStyles2 } from '@grafana/ui';
import { useCallback, useDeferredValue, useMemo } from 'react';
import type { Overview } from '../../connection/health/overview';
import { replicasKnown } from '../../connection/health/memory';
import { useDirectory } from '../../ui/irm/useDirectory';
import { useIrmTeams } from '../../ui/irm/useIrmLists';
import type { ReadingData } from '../../ui/reading/useReading';
import { ConnectionCard } from './ConnectionCard';
import { ConnectionTable } from './ConnectionTable';
import { filterRows, type RowFilter } from './filterRows';
import { StateFilter } from './StateFilter';
import { useRowFilter } from './useRowFilter';

/** So many connections are looked at as cards; more make a table that can be searched. */
const MOST_CARDS = 5;

const NO_FILTER = { search: '', states: [] };

/** The filter and the connections that pass it. */
export function Connections({ overview, data }: { overview: Overview; data: ReadingData }) {
  const styles = useStyles2(getStyles);
  const knownInIrm = useDirectory(true);
  const { items: teams } = useIrmTeams();
  const [filter, change] = useRowFilter();
  const onToggle = useCallback(
    (id: string) =>
      change((now) => ({
        ...now,
        open: now.open.includes(id) ? now.open.filter((one) => one !== id) : [...now.open, id],
      })),
    [change]
  );
  const onStates = useCallback((states: RowFilter['states']) => change((now) => ({ ...now, states })), [change]);
  const applied = useDeferredValue(filter);
  const rows = useMemo(() => filterRows(overview.rows, applied), [overview.rows, applied]);
  const isFiltered = filter.search !== '' || filter.states.length > 0;
  const hasMany = overview.rows.length > MOST_CARDS;
  const searchLabel = t('status.filter.search', 'Search connections');
  return (
    <>
      {(hasMany || isFiltered) && (
        <div className={styles.filter} role="search">
          <div className={styles.search}>
            <FilterInput
              escapeRegex={false}
              aria-label={searchLabel}
              placeholder={searchLabel}
              value={filter.search}
              onChange={(search) => change((now) => ({ ...now, search }))}
            />
          </div>
          <StateFilter counts={overview.counts} selected={filter.states} onChange={onStates} />
        </div>
      )}
      {rows.length === 0 ? (
        <div>
          <p role="status">{t('status.filter.none', 'No connections match.')}</p>
          <Button variant="secondary" onClick={() => change((now) => ({ ...now, ...NO_FILTER }))}>
            {t('status.filter.clear', 'Clear filters')}
          </Button>
        </div>
      ) : hasMany ? (
        <ConnectionTable
          rows={rows}
          open={filter.open}
          onToggle={onToggle}
          replicas={replicasKnown(data.memory)}
          inIrm={knownInIrm}
          teams={teams}
        />
      ) : (
        <ul className={styles.list} aria-label={t('status.list', 'Connections')}>
          {rows.map((row) => (
            <ConnectionCard key={row.connection.id} row={row} inIrm={knownInIrm(row.connection)} teams={teams} />
          ))}
        </ul>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  filter: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 2), alignItems: 'center' }),
  search: css({ width: 320, maxWidth: '100%' }),
  list: css({ listStyle: 'none', display: 'grid', gap: theme.spacing(1.5), margin: 0 }),
});
