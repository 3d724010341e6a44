import { cx } from '@emotion/css';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import type { OverviewRow } from '../../connection/health/overview';
import { RowBlocks } from '../../ui/RowBlocks';
import { getColumnStyles, ROW_HEIGHT } from './columns';
import { ConnectionRow, type RowProps } from './ConnectionRow';
import { useFocusOnRow } from './useFocusOnRow';

const BLOCK = 20;

interface Props {
  rows: readonly OverviewRow[];
  /** Ids of the connections whose rows are unfolded. */
  open: readonly string[];
  onToggle(id: string): void;
  replicas: number;
  inIrm(row: OverviewRow): RowProps['inIrm'];
  teams: RowProps['teams'];
}

/** Many connections: a line for each, drawn only where it can be seen. */
export function ConnectionTable({ rows, open, onToggle, replicas, inIrm, teams }: Props) {
  const styles = useStyles2(getColumnStyles);
  const { focused, ...focus } = useFocusOnRow(open);
  return (
    <div
      {...focus}
      role="table"
      aria-label={t('status.list', 'Connections')}
      aria-rowcount={rows.length + 1}
      className={styles.table}
    >
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={cx(styles.row, styles.head)}>
          <div role="columnheader" className={styles.open}>
            <span className={styles.unseen}>{t('connections.column.details', 'Details')}</span>
          </div>
          <div role="columnheader" className={styles.state}>
            {t('connections.column.state', 'State')}
          </div>
          <div role="columnheader" className={styles.name}>
            {t('connections.column.name', 'Name')}
          </div>
          <div role="columnheader" className={styles.last}>
            {t('status.fact.last-beat', 'Last heartbeat')}
          </div>
          <div role="columnheader" className={styles.next}>
            {t('status.fact.next-beat', 'Next heartbeat')}
          </div>
          <div role="columnheader" className={styles.alerts}>
            {t('connections.column.alerts', 'Alerts routed')}
          </div>
          <div role="columnheader" className={styles.why}>
            {t('connections.column.reason', 'Reason')}
          </div>
        </div>
      </div>
      <RowBlocks
        rows={rows}
        size={BLOCK}
        rowHeight={ROW_HEIGHT}
        startsDrawn={2}
        isKept={({ connection: { id } }) => id === focused || open.includes(id)}
        draw={(row, place) => (
          <ConnectionRow
            key={row.connection.id}
            row={row}
            place={place}
            replicas={replicas}
            inIrm={inIrm(row)}
            teams={teams}
            isOpen={open.includes(row.connection.id)}
            onToggle={onToggle}
          />
        )}
      />
    </div>
  );
}
