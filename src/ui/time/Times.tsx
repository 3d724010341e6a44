import { dateTimeFormat, timeZoneAbbrevation } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useMemo } from 'react';
import { formatMoment } from '../formatMoment';
import { verbatim } from '../verbatim';
import { formatSeconds } from '../formatSeconds';
import { formatRelative, secondsAgo } from './formatRelative';
import { useAtTime, useToday } from './ServerClock';

interface Props {
  /** Epoch milliseconds. */
  at: number;
}

/** A moment as people tell it, "36 min ago" or "in 2 min"; the exact time is told on hover. */
export function RelativeTime({ at }: Props) {
  const seconds = useAtTime((now) => secondsAgo(at, now));
  return <time {...useExact(at)}>{formatRelative(seconds)}</time>;
}

/** How long something has been so: "for 36 min". */
export function Since({ at }: Props) {
  const seconds = useAtTime((now) => Math.max(0, secondsAgo(at, now)));
  return <time {...useExact(at)}>{t('ui.time.for', 'for {{span}}', verbatim({ span: formatSeconds(seconds) }))}</time>;
}

/** A moment on the clock, with its date once that is not today's. */
export function ClockTime({ at }: Props) {
  const today = useToday();
  return <time {...useExact(at)}>{formatMoment(at, today)}</time>;
}

/** With the date and, where it is known, the time zone. */
export const exactTime = (at: number) => `${dateTimeFormat(at)} ${timeZoneAbbrevation(at)}`.trim();

/** Put together once, however often the text is drawn anew. */
const useExact = (at: number) => useMemo(() => ({ dateTime: new Date(at).toISOString(), title: exactTime(at) }), [at]);
