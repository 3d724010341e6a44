/** A source of time that can be waited on. All values are milliseconds of the clock's own time. */
export interface Clock {
  now(): number;
  /** Calls `callback` once `delayMs` of this clock's time have passed; returns a function that calls it off. */
  schedule(delayMs: number, callback: () => void): () => void;
}

/** The machine's clock, running `speed` times as fast from the moment it is made. */
export function realClock(speed = 1): Clock {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * speed,
    schedule(delayMs, callback) {
      const timer = setTimeout(callback, Math.max(0, delayMs / speed));
      return () => clearTimeout(timer);
    },
  };
}

export interface FakeClock extends Clock {
  /** Moves time forward, calling what falls due in order and letting promises settle after each call. */
  advance(ms: number): Promise<void>;
}

interface Timer {
  at: number;
  callback: () => void;
}

/** A clock that stands still until it is advanced. */
export function fakeClock(startMs: number): FakeClock {
  let now = startMs;
  const timers = new Set<Timer>();

  function nextDue(until: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of timers) {
      if (timer.at <= until && (!next || timer.at < next.at)) {
        next = timer;
      }
    }
    return next;
  }

  return {
    now: () => now,
    schedule(delayMs, callback) {
      const timer = { at: now + Math.max(0, delayMs), callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      const end = now + ms;
      for (let timer = nextDue(end); timer; timer = nextDue(end)) {
        timers.delete(timer);
        now = timer.at;
        timer.callback();
        await settle();
      }
      now = end;
    },
  };
}

/** Lets chains of already resolved promises run to their end. */
function settle(): Promise<void> {
  return new Promise((resolve) => (typeof setImmediate === 'function' ? setImmediate(resolve) : setTimeout(resolve)));
}
