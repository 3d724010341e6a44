import { t } from '@grafana/i18n';
import type { Pages } from '../../connection/health/types';
import { verbatim } from '../verbatim';

/** Writes a time for people as seen from another; both in epoch milliseconds. */
export type FormatMoment = (time: number, now: number) => string;

/** When IRM pages or has paged, as a sentence. */
export function pagesText({ from, until, hasPaged }: Pages, now: number, formatMoment: FormatMoment): string {
  const isDue = from <= now && now <= until;
  const time = verbatim({ time: formatMoment(isDue ? until : from, now) });
  if (hasPaged) {
    return t('status.pages.has', 'IRM paged at {{time}}.', time);
  }
  if (now > until) {
    return t('status.pages.was-due', 'IRM paged at {{time}}, unless a heartbeat arrived before.', time);
  }
  if (isDue) {
    return t('status.pages.by', 'IRM pages by {{time}} unless a heartbeat arrives.', time);
  }
  return t('status.pages.at', 'IRM pages at {{time}} unless a heartbeat arrives.', time);
}
