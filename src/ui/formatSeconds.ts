import { t } from '@grafana/i18n';
import { formatNumber } from './formatNumber';
import { verbatim } from './verbatim';

const UNITS = [
  { size: 86_400, text: (value: number) => t('ui.timing.unit.days', '{{value}}\u00a0d', verbatim({ value })) },
  { size: 3600, text: (value: number) => t('ui.timing.unit.hours', '{{value}}\u00a0h', verbatim({ value })) },
  { size: 60, text: (value: number) => t('ui.timing.unit.minutes', '{{value}}\u00a0min', verbatim({ value })) },
];

/**
 * A span of time for people: "2 min 1 s", with spaces that do not break. Below 10 s with one decimal, above in whole
 * seconds. Formatters of the libraries do not serve: that of `@grafana/i18n` needs `Intl.DurationFormat`, which not every
 * browser has, and those of `@grafana/data` round (121 s is "2.02 mins" or "2 minutes") or show a clock.
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
    const value = Number.isInteger(rest) ? rest : formatNumber(rest);
    parts.push(t('ui.timing.unit.seconds', '{{value}}\u00a0s', verbatim({ value })));
  }
  return parts.join('\u00a0');
}

/** A span that somebody may count on: rounded down, to minutes from 2 min on, to 10 s from 20 s on. */
export function formatAtMost(seconds: number): string {
  const unit = seconds >= 120 ? 60 : seconds >= 20 ? 10 : 1;
  return formatSeconds(seconds < 1 ? seconds : Math.floor(seconds / unit) * unit);
}

/** A span that lies between two values, each to about a twentieth: "10 to 12 min"; one value when both read the same. */
export function formatBounds({ least, greatest }: { least: number; greatest: number }): string {
  const [from, to] = [formatSeconds(rounded(least)), formatSeconds(rounded(greatest))];
  if (from === to) {
    return from;
  }
  const [number = '', ...unit] = from.split('\u00a0');
  const isSameUnit = unit.length === 1 && to.split('\u00a0').slice(1).join() === unit[0];
  return t('ui.timing.range', '{{from}} to {{to}}', verbatim({ from: isSameUnit ? number : from, to }));
}

/** In the coarsest unit that is right to a twentieth: 62 s is a minute, 130 s stay. */
function rounded(seconds: number): number {
  const isClose = (other: number) => Math.abs(other - seconds) <= seconds / 20;
  return [86_400, 3600, 60, 10].map((unit) => Math.round(seconds / unit) * unit).find(isClose) ?? seconds;
}
