import fc from 'fast-check';
import type { HeartbeatTiming } from '../../src/connection/model';
import { HEARTBEAT_INTERVALS } from '../../src/connection/timing/presets';

/** Timings that run side by side in one stand-in and share the target's answer time. Times are seconds. */
export interface Batch {
  interval: number;
  answerTime: number;
  savedAfterTickMs: number;
  timings: HeartbeatTiming[];
}

const TIMINGS_PER_BATCH = 25;

/** Evenly over the orders of magnitude, so that short values come as often as long ones. */
function magnitudes(least: number, greatest: number): fc.Arbitrary<number> {
  return fc
    .noBias(fc.double({ min: Math.log(least), max: Math.log(greatest), noNaN: true }))
    .map((exponent) => Math.min(greatest, Math.max(least, Math.exp(exponent))));
}

function whole(least: number, greatest: number): fc.Arbitrary<number> {
  return magnitudes(Math.max(1, least), Math.max(1, least, greatest)).map(Math.round);
}

const zeroOr = (most: number) => fc.oneof(fc.constant(0), fc.integer({ min: 0, max: Math.floor(most) }));

/** Repeat intervals of one order, so that no timing of a batch beats for long while another waits. */
function timingsAround(order: number): fc.Arbitrary<HeartbeatTiming> {
  return whole(order / 2, order).chain((repeatInterval) =>
    fc.record({
      evaluationInterval: whole(order / 100, order / 10).map((tens) => tens * 10),
      pendingPeriod: zeroOr(order / 2),
      groupWait: zeroOr(order / 2),
      groupInterval: fc.oneof(
        whole(repeatInterval / 60, 2 * order),
        // Divisors of the repeat interval, where the target's answer time decides over one group interval more.
        fc.integer({ min: 1, max: 20 }).map((parts) => Math.max(1, Math.round(repeatInterval / parts)))
      ),
      repeatInterval: fc.constant(repeatInterval),
    })
  );
}

/** Batches for any of IRM's heartbeat intervals; the target answers within 1 ms to 8 s. */
export const batches: fc.Arbitrary<Batch> = fc
  .constantFrom(...HEARTBEAT_INTERVALS)
  .chain((interval) => whole(interval / 20, interval).map((order) => ({ interval, order })))
  .chain(({ interval, order }) =>
    fc.record({
      interval: fc.constant(interval),
      answerTime: magnitudes(0.001, 8).map((seconds) => Math.round(seconds * 1000) / 1000),
      savedAfterTickMs: fc.integer({ min: 0, max: 9999 }),
      timings: fc.array(timingsAround(order), { minLength: TIMINGS_PER_BATCH, maxLength: TIMINGS_PER_BATCH }),
    })
  );
