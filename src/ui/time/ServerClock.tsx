import { dateTimeForTimeZone, getTimeZone } from '@grafana/data';
import { createContext, useContext, useRef, useSyncExternalStore } from 'react';
import { equal } from '../../connection/equal';
import { clockTime, onTick } from './clock';

const ClockOffset = createContext(0);

/** Gives what is below it the server's clock: its time minus the browser's, in milliseconds. */
export const ServerClock = ClockOffset.Provider;

/**
 * What is to be told of the server's time (epoch milliseconds). Whoever asks is drawn anew only when that changes, but is
 * asked every second, so `tell` should be cheap: a number to make a text of rather than the text. Plain objects that say
 * the same are the same.
 */
export function useAtTime<T>(tell: (now: number) => T): T {
  const offset = useContext(ClockOffset);
  const kept = useRef<{ told: T } | undefined>(undefined);
  return useSyncExternalStore(onTick, () => {
    const told = tell(clockTime() + offset);
    if (!kept.current || !equal(kept.current.told, told)) {
      kept.current = { told };
    }
    return kept.current.told;
  });
}

/**
 * When the day of the server's time began in the user's time zone (epoch milliseconds): enough to tell whether a moment is
 * of today, and another one only at midnight.
 */
export const useToday = () => useAtTime(dayOf);

let known = { minute: NaN, zone: '', day: 0 };

/** Worked out once a minute for all who ask. */
function dayOf(now: number): number {
  const [minute, zone] = [Math.floor(now / 60_000), getTimeZone()];
  if (minute !== known.minute || zone !== known.zone) {
    known = { minute, zone, day: dateTimeForTimeZone(zone, now).startOf('day').valueOf() };
  }
  return known.day;
}
