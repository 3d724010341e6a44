import type { Clock } from '../clock';

export interface StoppableClock extends Clock {
  /** Calls off everything that is scheduled, whoever scheduled it. */
  stop(): void;
}

/** Keeps in mind what is scheduled on `clock`, so that nothing of a stand-in outlives it, not even of one half made. */
export function stoppableClock(clock: Clock): StoppableClock {
  const scheduled = new Set<() => void>();
  return {
    now: () => clock.now(),
    schedule(delayMs, callback) {
      const callOff = clock.schedule(delayMs, () => {
        scheduled.delete(callOff);
        callback();
      });
      scheduled.add(callOff);
      return () => {
        scheduled.delete(callOff);
        callOff();
      };
    },
    stop() {
      scheduled.forEach((callOff) => callOff());
      scheduled.clear();
    },
  };
}
