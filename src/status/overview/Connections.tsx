import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { Button, Input, useStyles2 } from '@grafana/ui';
import type { Overview } from '../../connection/health/overview';
import { useDirectory } from '../../ui/irm/useDirectory';
import { useIrmTeams } from '../../ui/irm/useIrmLists';
import { useServerTime } from '../../ui/useServerTime';
import type { ReadingData } from '../../ui/reading/useReading';
import { ConnectionCard } from './ConnectionCard';
import { filterRows } from './filterRows';
import { irmFacts } from './irmFacts';
import { StateFilter } from './StateFilter';
import { useRowFilter } from './useRowFilter';

const NO_FILTER = { search: '', states: [] };

/** The filter and the connections that pass it. */
export function Connections({ overview, data }: { overview: Overview; data: ReadingData }) {
  const styles = useStyles2(getStyles);
  const now = useServerTime(data.clockOffset);
  const knownInIrm = useDirectory(overview.rows.length > 0);
  const { items: teams } = useIrmTeams();
  const [filter, setFilter] = useRowFilter();
  const rows = filterRows(overview.rows, filter);
  const isFiltered = filter.search !== '' || filter.states.length > 0;
  const searchLabel = t('status.filter.search', 'Search connections');
  return (
    <>
      {(overview.rows.length > 1 || isFiltered) && (
        <div className={styles.filter} role="search">
          <Input
            className={styles.search}
            aria-label={searchLabel}
            placeholder={searchLabel}
            value={filter.search}
            onChange={({ currentTarget }) => setFilter({ ...filter, search: currentTarget.value })}
          />
          <StateFilter
            counts={overview.counts}
            selected={filter.states}
            onChange={(states) => setFilter({ ...filter, states })}
          />
        </div>
      )}
      {rows.length > 0 ? (
        <ul className={styles.list} aria-label={t('status.list', 'Connections')}>
          {rows.map((row) => (
            <ConnectionCard
              key={row.connection.id}
              row={row}
              memory={data.memory}
              now={now}
              inIrm={irmFacts(knownInIrm(row.connection), teams, now)}
            />
          ))}
        </ul>
      ) : (
        <div>
          <p role="status">
            <Trans i18nKey="status.filter.none">No connection matches.</Trans>
          </p>
          <Button variant="secondary" onClick={() => setFilter(NO_FILTER)}>
            <Trans i18nKey="status.filter.clear">Show all</Trans>
          </Button>
        </div>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  filter: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2), alignItems: 'center' }),
  search: css({ width: 320, maxWidth: '100%' }),
  list: css({ listStyle: 'none', display: 'grid', gap: theme.spacing(1.5), margin: 0 }),
});
