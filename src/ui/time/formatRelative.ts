import { t } from '@grafana/i18n';
import { formatSeconds } from '../formatSeconds';
import { verbatim } from '../verbatim';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** A list is no stopwatch: below a minute seconds are told in steps of so many. */
const STEP = 5;

/** A span in seconds by its greatest unit alone: 2190 s are 2160 s, which reads "36 min". */
function rounded(seconds: number, round: (value: number) => number): number {
  const unit = [DAY, HOUR, MINUTE].find((size) => seconds >= size && round(seconds / size) >= 1) ?? STEP;
  return round(seconds / unit) * unit;
}

/**
 * How far a moment is from another (both epoch milliseconds), in seconds as they are told: what has passed rounded down
 * and positive, what is left to the nearest and negative.
 */
export function secondsAgo(time: number, now: number): number {
  const seconds = (now - time) / 1000;
  return seconds >= 0 ? rounded(seconds, Math.floor) : Math.min(-STEP, -rounded(-seconds, Math.round));
}

/** "36 min ago" or "in 2 min", of what `secondsAgo` tells. */
export function formatRelative(seconds: number): string {
  if (seconds === 0) {
    return t('ui.time.now', 'just now');
  }
  const span = formatSeconds(Math.abs(seconds));
  return seconds > 0
    ? t('ui.time.ago', '{{span}} ago', verbatim({ span }))
    : t('ui.time.in', 'in {{span}}', verbatim({ span }));
}
