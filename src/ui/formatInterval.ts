import { t } from '@grafana/i18n';

/** One of IRM's heartbeat intervals (seconds) in words, as IRM itself names them. */
export function formatInterval(seconds: number): string {
  if (seconds % 3600 === 0) {
    return t('ui.interval.hours', '{{count}} hours', { count: seconds / 3600, defaultValue_one: '{{count}} hour' });
  }
  return t('ui.interval.minutes', '{{count}} minutes', { count: seconds / 60, defaultValue_one: '{{count}} minute' });
}
