import { formatSeconds } from './formatSeconds';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** A span (milliseconds) with one unit left out below the largest: "45 s", "36 min", "2 h 5 min". Never negative. */
export function formatRoughly(span: number): string {
  const seconds = Math.max(0, Math.floor(span / 1000));
  const unit = seconds >= DAY ? HOUR : seconds >= MINUTE ? MINUTE : 1;
  return formatSeconds(Math.floor(seconds / unit) * unit);
}
