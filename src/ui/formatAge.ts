import { formatSeconds } from './formatSeconds';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** A span (milliseconds) as people tell it: seconds, from a minute on minutes, from a day on hours. Never negative. */
export function formatAge(span: number): string {
  const seconds = Math.max(0, Math.floor(span / 1000));
  const unit = seconds >= DAY ? HOUR : seconds >= MINUTE ? MINUTE : 1;
  return formatSeconds(Math.floor(seconds / unit) * unit);
}
