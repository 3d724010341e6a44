import { getTimeZone } from '@grafana/data';
import { formatDate } from '@grafana/i18n';

/** A day without its year in the user's time zone, as their region writes it: "Nov 23", "23. Nov.". */
export function formatDay(time: number): string {
  const zone = getTimeZone();
  const timeZone = zone === 'browser' || zone === '' ? undefined : zone;
  return formatDate(new Date(time), { month: 'short', day: 'numeric', timeZone });
}
