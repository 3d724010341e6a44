import { dateTimeFormat, getTimeZone } from '@grafana/data';

/**
 * A day without its year in the user's time zone, as their region writes it: "Nov 23", "23. Nov.". By the browser itself,
 * as `formatDate` of `@grafana/i18n` does in a plugin, which would bring 1.4 kB along to remember what it has made.
 */
export function formatDay(time: number): string {
  const zone = getTimeZone();
  const timeZone = zone === 'browser' || zone === '' ? undefined : zone;
  try {
    return new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', timeZone }).format(time);
  } catch {
    // Grafana has a list of zones of its own, with names that are too new or too old for a browser.
    return dateTimeFormat(time, { format: 'MMM D' });
  }
}
