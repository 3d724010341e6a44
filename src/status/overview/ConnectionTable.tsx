import { cx } from '@emotion/css';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import { memo, useCallback, useMemo } from 'react';
import type { OverviewRow } from '../../connection/health/overview';
import type { KnownInIrm } from '../../ui/irm/useDirectory';
import { RowBlocks } from '../../ui/RowBlocks';
import { getColumnStyles, ROW_HEIGHT } from './columns';
import type { RowProps } from './connectionFacts';
import { ConnectionRow } from './ConnectionRow';
import { useFocusOnRow } from './useFocusOnRow';

interface Props {
  rows: readonly OverviewRow[];
  /** Ids of the connections whose rows are unfolded. */
  open: readonly string[];
  onToggle(id: string): void;
  replicas: number;
  inIrm: KnownInIrm;
  teams: RowProps['teams'];
}

/** Many connections: a line for each, drawn only where it can be seen. */
export const ConnectionTable = memo(function ConnectionTable(props: Props) {
  const { rows, open, onToggle, replicas, inIrm, teams } = props;
  const styles = useStyles2(getColumnStyles);
  const { focused, ...focus } = useFocusOnRow(open);
  const kept = useMemo(() => (focused === undefined ? open : [...open, focused]), [open, focused]);
  const draw = useCallback(
    (row: OverviewRow, place: number) => (
      <ConnectionRow
        row={row}
        place={place}
        replicas={replicas}
        inIrm={inIrm(row.connection)}
        teams={teams}
        isOpen={open.includes(row.connection.id)}
        onToggle={onToggle}
      />
    ),
    [open, onToggle, replicas, inIrm, teams]
  );
  return (
    <div
      {...focus}
      role="table"
      aria-label={t('status.list', 'Connections')}
      aria-rowcount={rows.length + 1}
      className={styles.table}
    >
      <Headings />
      <RowBlocks rows={rows} idOf={idOf} rowHeight={ROW_HEIGHT} kept={kept} draw={draw} />
    </div>
  );
});

const idOf = ({ connection }: OverviewRow) => connection.id;

const Headings = memo(function Headings() {
  const styles = useStyles2(getColumnStyles);
  return (
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
  );
});
