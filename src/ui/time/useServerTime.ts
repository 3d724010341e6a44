import { useSyncExternalStore } from 'react';
import { clockTime, onTick } from './clock';

/**
 * The server's time (epoch milliseconds), ticking every second; whoever uses it is drawn anew with each tick, so a text
 * alone does better with `useAtTime`. The browser's clock may be wrong; the server's `Date` header is what counts.
 *
 * @param clockOffset server's time minus browser's, in milliseconds
 */
export function useServerTime(clockOffset: number): number {
  return useSyncExternalStore(onTick, clockTime) + clockOffset;
}
