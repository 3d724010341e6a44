import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { isLateOrDown, type Health } from '../../connection/health/types';
import { formatMoment } from '../../ui/formatMoment';
import { formatSeconds } from '../../ui/formatSeconds';
import { formatRelative, secondsAgo } from '../../ui/time/formatRelative';
import { useAtTime, useToday } from '../../ui/time/ServerClock';
import { exactTime } from '../../ui/time/Times';
import { verbatim } from '../../ui/verbatim';

/** A countdown that has just run out waits for the next refresh to tell of the heartbeat; milliseconds. */
const DUE_MS = 15_000;

type Pages = NonNullable<Health['pages']>;

/** What comes next: a heartbeat, or, where one is missing, a page by IRM. */
type Next =
  'paged' | 'pages' | 'pagesUnless' | 'pagesNow' | 'mayHavePaged' | 'expected' | 'due' | 'overdue' | 'untold' | 'none';

/** When the next heartbeat is due, or, where one is missing, when IRM pages. */
export function NextHeartbeat({ health }: { health: Health }) {
  const styles = useStyles2(getStyles);
  const next = useAtTime((now) => nextOf(health, now));
  const at = momentOf(health, next);
  const seconds = useAtTime((now) => (at === undefined ? 0 : secondsAgo(at, now)));
  const today = useToday();
  const exact = useMemo(() => (at === undefined ? undefined : exactTime(at)), [at]);
  const isBad = next === 'paged' || next === 'overdue' || (isLateOrDown(health.state) && at !== undefined);
  return (
    <span className={isBad ? styles.bad : undefined} title={exact}>
      {TEXTS[next](seconds, () => (at === undefined ? '' : formatMoment(at, today)))}
    </span>
  );
}

function nextOf(health: Health, now: number): Next {
  const { state, nextExpected, pages, overdueBy } = health;
  const isToCome = nextExpected !== undefined && nextExpected > now;
  if (pages && state !== 'up' && state !== 'new' && !(state === 'unknown' && isToCome)) {
    return nextPage(pages, health.reason.code === 'outdated', now);
  }
  if (nextExpected === undefined) {
    // Where another replica sends, only that one knows.
    return state === 'unknown' || state === 'up' ? 'untold' : 'none';
  }
  return isToCome ? 'expected' : overdueBy === undefined && now - nextExpected <= DUE_MS ? 'due' : 'overdue';
}

/** Of an outdated reading: heartbeats may arrive that cannot be seen, so nothing is counted down. */
function nextPage({ from, until, hasPaged }: Pages, isOutdated: boolean, now: number): Next {
  if (hasPaged) {
    return 'paged';
  }
  if (now >= until) {
    return 'mayHavePaged';
  }
  if (isOutdated) {
    return 'pagesUnless';
  }
  return now < from ? 'pages' : 'pagesNow';
}

const ABOUT_PAGES: readonly Next[] = ['paged', 'pages', 'pagesUnless', 'pagesNow', 'mayHavePaged'];

function momentOf({ pages, nextExpected }: Health, next: Next): number | undefined {
  return ABOUT_PAGES.includes(next) ? pages?.from : nextExpected;
}

const TEXTS: Record<Next, (secondsAgo: number, clock: () => string) => string> = {
  paged: (ago) => t('status.next-beat.paged', 'IRM paged {{moment}}', verbatim({ moment: formatRelative(ago) })),
  pages: (ago) => t('status.next-beat.pages', 'IRM pages {{moment}}', verbatim({ moment: formatRelative(ago) })),
  pagesUnless: (_, clock) =>
    t('status.next-beat.pages-unless', 'IRM pages at {{time}} unless a heartbeat arrives', verbatim({ time: clock() })),
  pagesNow: () => t('status.next-beat.pages-now', 'IRM pages now'),
  mayHavePaged: () => t('status.next-beat.may-have-paged', 'IRM may have paged'),
  expected: (ago) => formatRelative(ago),
  due: () => t('status.next-beat.due', 'due now'),
  overdue: (ago) => t('status.next-beat.overdue', '{{span}} overdue', verbatim({ span: formatSeconds(ago) })),
  untold: () => t('status.fact.not-noted', 'Not known'),
  none: () => '–',
};

const getStyles = (theme: GrafanaTheme2) => ({ bad: css({ color: theme.colors.error.text }) });
