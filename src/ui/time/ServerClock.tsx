import { createContext, useContext, useSyncExternalStore } from 'react';
import { clockTime, onTick } from './clock';

const ClockOffset = createContext(0);

/** Gives the texts below it the server's clock: its time minus the browser's, in milliseconds. */
export const ServerClock = ClockOffset.Provider;

/** A text of the server's time (epoch milliseconds); whoever shows it is drawn anew only when it reads differently. */
export function useTimeText(textAt: (now: number) => string): string {
  const offset = useContext(ClockOffset);
  return useSyncExternalStore(onTick, () => textAt(clockTime() + offset));
}
