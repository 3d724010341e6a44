import { createContext, useContext, useSyncExternalStore } from 'react';
import { clockTime, onTick } from './clock';

const ClockOffset = createContext(0);

/** Gives what is below it the server's clock: its time minus the browser's, in milliseconds. */
export const ServerClock = ClockOffset.Provider;

/**
 * What is to be told of the server's time (epoch milliseconds). Whoever asks is drawn anew only when that changes, but is
 * asked every second, so `tell` should be cheap: a number to make a text of rather than the text.
 */
export function useAtTime<T extends string | number | boolean>(tell: (now: number) => T): T {
  const offset = useContext(ClockOffset);
  return useSyncExternalStore(onTick, () => tell(clockTime() + offset));
}

/** The server's time to the minute: enough to tell whether a moment is of today. */
export const useServerMinute = () => useAtTime((now) => now - (now % 60_000));
