import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import { memo, useCallback, useMemo } from 'react';
import type { OverviewRow } from '../../connection/health/overview';
import { ColumnHeads } from '../../ui/ColumnHeads';
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
    <ColumnHeads
      styles={styles}
      columns={[
        { className: styles.open, title: t('connections.column.details', 'Details'), isUnseen: true },
        { className: styles.state, title: t('connections.column.state', 'State') },
        { className: styles.name, title: t('connections.column.name', 'Name') },
        { className: styles.last, title: t('status.fact.last-beat', 'Last heartbeat') },
        { className: styles.next, title: t('status.fact.next-beat', 'Next heartbeat') },
        { className: styles.alerts, title: t('connections.column.alerts', 'Alerts routed') },
        { className: styles.why, title: t('connections.column.reason', 'Reason') },
      ]}
    />
  );
});
