import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import type { StateChange } from '../../../connection/port/grafanaPort';
import { formatMoment } from '../../../ui/formatMoment';

const MOST_SHOWN = 50;

/** The rule's state changes, newest first, in Grafana's own words. */
export function HistoryList({ changes, now }: { changes: readonly StateChange[]; now: number }) {
  const styles = useStyles2(getStyles);
  return (
    <details>
      <summary>
        {t('status.history.changes', 'Show {{count}} changes', {
          count: changes.length,
          defaultValue_one: 'Show one change',
        })}
      </summary>
      <ul className={styles.list}>
        {[...changes]
          .reverse()
          .slice(0, MOST_SHOWN)
          .map(({ at, previous, next, note }, index) => (
            <li key={index}>
              <span className={styles.time}>{formatMoment(at, now)}</span> {previous} <span aria-hidden>→</span> {next}
              {note !== undefined && ` (${note})`}
            </li>
          ))}
      </ul>
    </details>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    margin: 0,
    padding: theme.spacing(1, 0, 0, 2),
    display: 'grid',
    gap: theme.spacing(0.5),
  }),
  time: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums', marginRight: theme.spacing(1) }),
});
