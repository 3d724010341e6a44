import type { Health } from '../../../connection/health/types';

/** IRM looks for lost heartbeats every even minute. */
const CHECK_MS = 120_000;

/** When IRM pages unless a heartbeat arrives before, epoch milliseconds; undefined where that cannot be told. */
export function pagesOf({ deadline }: Health, now: number) {
  return deadline === undefined
    ? undefined
    : { from: deadline, until: deadline + CHECK_MS, hasPaged: now > deadline + CHECK_MS };
}
