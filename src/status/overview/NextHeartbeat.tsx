import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import type { Health } from '../../connection/health/types';
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
  const at = useTimeText((now) => exact(outlook(health, now).at));
  return (
    <span className={isBad ? styles.bad : undefined} title={at}>
      {text}
    </span>
  );
}

const exact = (at: number | undefined) => (at === undefined ? '' : exactTime(at));

/** When IRM pages, unless heartbeats arrive in time, or are likely to. */
function pagesOf({ state, nextExpected, pages }: Health, now: number) {
  const isWell =
    state === 'up' || state === 'new' || (state === 'unknown' && nextExpected !== undefined && nextExpected > now);
  return isWell ? undefined : pages;
}

function outlook(health: Health, now: number): { text: string; at: number | undefined; isBad: boolean } {
  const { state, nextExpected, overdueBy } = health;
  const pages = pagesOf(health, now);
  if (pages) {
    const { from, until, hasPaged } = pages;
    const moment = verbatim({ moment: formatRelative(from, now) });
    const text = hasPaged
      ? t('status.next-beat.paged', 'IRM paged {{moment}}', moment)
      : now < from
        ? t('status.next-beat.pages', 'IRM pages {{moment}}', moment)
        : now < until
          ? t('status.next-beat.pages-now', 'IRM pages now')
          : t('status.next-beat.may-have-paged', 'IRM may have paged');
    return { text, at: from, isBad: hasPaged || state === 'down' || state === 'late' };
  }
  if (nextExpected === undefined) {
    // Where another replica sends, only that one knows.
    const isUntold = state === 'unknown' || state === 'up';
    return { text: isUntold ? t('status.fact.not-noted', 'Not known') : '–', at: undefined, isBad: false };
  }
  const late = now - nextExpected;
  if (late < 0) {
    return { text: formatRelative(nextExpected, now), at: nextExpected, isBad: false };
  }
  return overdueBy === undefined && late <= DUE_MS
    ? { text: t('status.next-beat.due', 'due now'), at: nextExpected, isBad: false }
    : {
        text: t('status.next-beat.overdue', '{{span}} overdue', verbatim({ span: formatRough(late) })),
        at: nextExpected,
        isBad: true,
      };
}

const getStyles = (theme: GrafanaTheme2) => ({ bad: css({ color: theme.colors.error.text }) });
