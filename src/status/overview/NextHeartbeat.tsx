import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import type { Health } from '../../connection/health/types';
import { formatMoment } from '../../ui/formatMoment';
import { formatRelative, formatRough } from '../../ui/time/formatRelative';
import { exactTime } from '../../ui/time/Times';
import { useTimeText } from '../../ui/time/ServerClock';
import { verbatim } from '../../ui/verbatim';

/** A countdown that has just run out waits for the next refresh to tell of the heartbeat; milliseconds. */
const DUE_MS = 15_000;

/** When the next heartbeat is due, or, where one is missing, when IRM pages. */
export function NextHeartbeat({ health }: { health: Health }) {
  const styles = useStyles2(getStyles);
  const text = useTimeText((now) => outlook(health, now).text);
  const isBad = useTimeText((now) => (outlook(health, now).isBad ? 'bad' : '')) !== '';
  const at = pagesAt(health) ?? health.nextExpected;
  return (
    <span className={isBad ? styles.bad : undefined} title={at === undefined ? undefined : exactTime(at)}>
      {text}
    </span>
  );
}

/** IRM waits for a heartbeat until then; undefined while nothing is in doubt. */
const pagesAt = ({ state, deadline }: Health) => (state === 'up' || state === 'new' ? undefined : deadline);

function outlook(health: Health, now: number): { text: string; isBad: boolean } {
  const { state, nextExpected, overdueBy } = health;
  const deadline = pagesAt(health);
  if (deadline !== undefined) {
    const isOver = deadline <= now;
    return {
      text: isOver
        ? t('status.next-beat.paged', 'IRM pages since {{time}}', verbatim({ time: formatMoment(deadline, now) }))
        : t('status.next-beat.pages', 'IRM pages {{moment}}', verbatim({ moment: formatRelative(deadline, now) })),
      isBad: true,
    };
  }
  if (nextExpected === undefined) {
    // Where another replica sends, only that one knows.
    const isUntold = state === 'unknown' || state === 'up';
    return { text: isUntold ? t('status.fact.not-noted', 'Not known') : '–', isBad: false };
  }
  const late = now - nextExpected;
  if (late < 0) {
    return { text: formatRelative(nextExpected, now), isBad: false };
  }
  return overdueBy === undefined && late <= DUE_MS
    ? { text: t('status.next-beat.due', 'due now'), isBad: false }
    : { text: t('status.next-beat.overdue', '{{span}} overdue', verbatim({ span: formatRough(late) })), isBad: true };
}

const getStyles = (theme: GrafanaTheme2) => ({ bad: css({ color: theme.colors.error.text }) });
