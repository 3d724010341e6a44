/**
 * Two offsets that differ by less than this are the same clock: the `Date` header counts in whole seconds, and answers
 * take their time.
 */
const SAME_CLOCK_MS = 2_000;

/**
 * Server's time minus browser's (milliseconds) from one more answer. Every answer reads too early, by the part of the
 * second that the header leaves out and by its way here, so of those that agree the greatest is nearest to the truth;
 * and a countdown does not jump to and fro with each refresh.
 */
export function clockOffset(before: number | undefined, serverTime: number, browserTime: number): number {
  const offset = serverTime - browserTime;
  return before !== undefined && Math.abs(before - offset) < SAME_CLOCK_MS ? Math.max(before, offset) : offset;
}
