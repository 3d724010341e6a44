import { t } from '@grafana/i18n';
import { formatSeconds } from '../formatSeconds';
import { verbatim } from '../verbatim';

const UNITS = [86_400, 3600, 60];

/** A list is no stopwatch: below a minute it tells seconds in steps of so many. */
const STEP = 5;

/** A span (seconds) by its greatest unit alone: 2190 s are 2160 s, which reads "36 min". */
function rough(seconds: number, round: (value: number) => number, step = 1): number {
  const unit = UNITS.find((size) => seconds >= size && round(seconds / size) >= 1) ?? step;
  return round(seconds / unit) * unit;
}

/** A span (milliseconds) by its greatest unit, "36 min": what has passed rounded down, what is left to the nearest. */
export const formatRough = (span: number, round: (value: number) => number = Math.floor): string =>
  formatSeconds(rough(Math.max(0, round(span / 1000)), round));

/** A moment seen from another (both epoch milliseconds): "36 min ago" or "in 2 min". */
export const formatRelative = (time: number, now: number): string =>
  time <= now ? agoText(formatRough(now - time)) : inText(formatRough(time - now, Math.round));

/** How far a moment is from another in seconds, as a list tells it: what has passed positive, what is left negative. */
export function secondsAgo(time: number, now: number): number {
  const seconds = (now - time) / 1000;
  return seconds >= 0 ? rough(seconds, Math.floor, STEP) : Math.min(-STEP, -rough(-seconds, Math.round, STEP));
}

/** What `secondsAgo` tells, in words. */
export function formatSecondsAgo(seconds: number): string {
  if (seconds === 0) {
    return t('ui.time.now', 'just now');
  }
  const span = formatSeconds(Math.abs(seconds));
  return seconds > 0 ? agoText(span) : inText(span);
}

const agoText = (span: string) => t('ui.time.ago', '{{span}} ago', verbatim({ span }));
const inText = (span: string) => t('ui.time.in', 'in {{span}}', verbatim({ span }));
