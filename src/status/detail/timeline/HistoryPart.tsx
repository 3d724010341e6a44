import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Text, useStyles2 } from '@grafana/ui';
import type { HeartbeatRule } from '../../../connection/model';
import type { StateChange } from '../../../connection/port/grafanaPort';
import { formatMoment } from '../../../ui/formatMoment';
import { ReadErrorAlert } from '../../../ui/ReadErrorAlert';
import { PageSkeleton } from '../../../ui/PageSkeleton';
import { useStateHistory } from './useStateHistory';

const MOST_SHOWN = 50;

/** How the rule's state changed in the last day, in Grafana's own words. `now` is the server's time, epoch milliseconds. */
export function HistoryPart({ rule, now }: { rule: HeartbeatRule; now: number }) {
  const { history, error, isReading, retry } = useStateHistory(rule.uid, now);
  return (
    <>
      <Text element="h3" variant="h5">
        {t('status.history.title', 'Rule states, last 24 hours')}
      </Text>
      {error && <ReadErrorAlert error={error} onRetry={retry} isRetrying={isReading} />}
      {!history && isReading && <PageSkeleton lines={2} />}
      {history && !history.isKept && (
        <Text element="p" color="secondary">
          {t(
            'status.history.not-kept',
            'This Grafana does not keep the state history of rules (unified_alerting.state_history is disabled).'
          )}
        </Text>
      )}
      {history?.isKept &&
        (history.changes.length > 0 ? (
          <ChangeList changes={history.changes} now={history.to} />
        ) : (
          <Text element="p" color="secondary">
            {t('status.history.none', 'No change in this time.')}
          </Text>
        ))}
    </>
  );
}

function ChangeList({ changes, now }: { changes: readonly StateChange[]; now: number }) {
  const styles = useStyles2(getStyles);
  const newestFirst = [...changes].reverse().slice(0, MOST_SHOWN);
  return (
    <ul className={styles.list} aria-label={t('status.history.changes', 'Changes of the rule state')}>
      {newestFirst.map(({ at, previous, next, note }, index) => (
        <li key={index}>
          <span className={styles.time}>{formatMoment(at, now)}</span> {previous} <span aria-hidden>→</span> {next}
          {note !== undefined && ` (${note})`}
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, display: 'grid', gap: theme.spacing(0.5) }),
  time: css({
    color: theme.colors.text.secondary,
    fontVariantNumeric: 'tabular-nums',
    marginInlineEnd: theme.spacing(1),
  }),
});
