import { dateTimeFormat } from '@grafana/data';

const DAY = 'YYYY-MM-DD';

/** A time (epoch milliseconds) in the user's time zone: of today by its clock, otherwise with its date. */
export function formatMoment(time: number, now: number): string {
  const isToday = dateTimeFormat(time, { format: DAY }) === dateTimeFormat(now, { format: DAY });
  return dateTimeFormat(time, { format: isToday ? 'HH:mm:ss' : `${DAY} HH:mm` });
}
