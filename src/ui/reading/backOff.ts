import type { Query } from '@tanstack/react-query';

/** However long a failure lasts, somebody may be waiting for its end; milliseconds. */
const LONGEST_MS = 60_000;

type AnyQuery = Pick<Query, 'state'>;

/**
 * Milliseconds until the next look: `everyMs` while all is well, doubled with each failure in a row. For
 * `refetchInterval`; keep one per hook, because it remembers how many failures came before the last success.
 */
export function backOff(everyMs: number): (query: AnyQuery) => number {
  let failuresBefore = 0;
  return ({ state }) => {
    if (state.status === 'success') {
      failuresBefore = state.errorUpdateCount;
    }
    if (state.status !== 'error') {
      return everyMs;
    }
    const inARow = Math.max(1, state.errorUpdateCount - failuresBefore);
    return Math.min(everyMs * 2 ** inARow, Math.max(everyMs, LONGEST_MS));
  };
}
