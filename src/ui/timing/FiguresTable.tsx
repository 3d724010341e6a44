import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';

interface Row {
  id: string;
  label: string;
  explanation?: string;
  /** One value per column. */
  values: readonly string[];
}

interface Props {
  /** Names the table for screen readers. */
  label: string;
  /** Headings of the columns of values; none are shown when left out. */
  columns?: readonly string[];
  rows: readonly Row[];
}

/** Figures with what they mean below each name. */
export function FiguresTable({ label, columns, rows }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <table className={styles.table} aria-label={label}>
      {columns && (
        <thead>
          <tr>
            <th scope="col" className={styles.name}>
              {t('ui.timing.table.figure', 'Figure')}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles.value}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className={styles.name}>
              {row.label}
              {row.explanation && <div className={styles.explanation}>{row.explanation}</div>}
            </th>
            {row.values.map((value, index) => (
              <td key={columns?.[index] ?? index} className={styles.value}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    width: '100%',
    maxWidth: 720,
    'tr + tr, thead + tbody > tr': { borderTop: `1px solid ${theme.colors.border.weak}` },
    'th, td': { padding: theme.spacing(0.75, 0), verticalAlign: 'top' },
  }),
  name: css({ textAlign: 'start', fontWeight: theme.typography.fontWeightRegular }),
  explanation: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  value: css({
    paddingInlineStart: `${theme.spacing(2)} !important`,
    textAlign: 'end',
    fontWeight: theme.typography.fontWeightMedium,
    fontVariantNumeric: 'tabular-nums',
    minWidth: 96,
    [theme.breakpoints.up('md')]: { whiteSpace: 'nowrap' },
  }),
});
