import { dateTimeFormat, timeZoneAbbrevation } from '@grafana/data';
import { t } from '@grafana/i18n';
import { formatMoment } from '../formatMoment';
import { verbatim } from '../verbatim';
import { formatRelative, formatRough } from './formatRelative';
import { useTimeText } from './ServerClock';

interface Props {
  /** Epoch milliseconds. */
  at: number;
}

/** A moment as people tell it, "36 min ago" or "in 2 min"; the exact time is told on hover. */
export function RelativeTime({ at }: Props) {
  const text = useTimeText((now) => formatRelative(at, now));
  return <time {...exact(at)}>{text}</time>;
}

/** How long something has been so: "for 36 min". */
export function Since({ at }: Props) {
  const text = useTimeText((now) => t('ui.time.for', 'for {{span}}', verbatim({ span: formatRough(now - at) })));
  return <time {...exact(at)}>{text}</time>;
}

/** A moment on the clock, with its date once that is not today's. */
export function ClockTime({ at }: Props) {
  const text = useTimeText((now) => formatMoment(at, now));
  return <time {...exact(at)}>{text}</time>;
}

/** With the date and, where it is known, the time zone. */
export const exactTime = (at: number) => `${dateTimeFormat(at)} ${timeZoneAbbrevation(at)}`.trim();

const exact = (at: number) => ({
  dateTime: new Date(at).toISOString(),
  title: exactTime(at),
});
