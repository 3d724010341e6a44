import { t } from '@grafana/i18n';
import { verbatim } from './verbatim';

const UNITS = [
  { size: 86_400, text: (value: number) => t('ui.timing.unit.days', '{{value}}\u00a0d', verbatim({ value })) },
  { size: 3600, text: (value: number) => t('ui.timing.unit.hours', '{{value}}\u00a0h', verbatim({ value })) },
  { size: 60, text: (value: number) => t('ui.timing.unit.minutes', '{{value}}\u00a0min', verbatim({ value })) },
];

/**
 * A span of time for people: "2 min 1 s", with spaces that do not break. Below 10 s with one decimal, above in whole seconds. Formatters of the
 * libraries do not serve: that of `@grafana/i18n` needs `Intl.DurationFormat`, which not every browser has, and those
 * of `@grafana/data` round (121 s is "2.02 mins" or "2 minutes") or show a clock.
 */
export function formatSeconds(seconds: number): string {
  let rest = Math.abs(seconds) < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds);
  const parts: string[] = [];
  for (const { size, text } of UNITS) {
    const count = Math.floor(rest / size);
    if (count > 0) {
      parts.push(text(count));
      rest -= count * size;
    }
  }
  if (rest > 0 || parts.length === 0) {
    parts.push(t('ui.timing.unit.seconds', '{{value}}\u00a0s', verbatim({ value: rest })));
  }
  return parts.join('\u00a0');
}

/** A span that lies between two values; a single one when they read the same. */
export function formatBounds({ least, greatest }: { least: number; greatest: number }): string {
  const [from, to] = [formatSeconds(least), formatSeconds(greatest)];
  return from === to ? from : t('ui.timing.range', '{{from}} to {{to}}', verbatim({ from, to }));
}
