const TICK_MS = 1000;

let time = Date.now();
let timer: number | undefined;
const listeners = new Set<() => void>();

/** The browser's time as of the last tick; a second old at most, so that all who show it show the same. */
export function clockTime(): number {
  const now = Date.now();
  // While nobody listens, nothing ticks.
  if (timer === undefined && Math.abs(now - time) >= TICK_MS) {
    time = now;
  }
  return time;
}

/** Calls back every second: one timer for all texts on the page that show how time passes. */
export function onTick(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    time = Date.now();
    timer = window.setInterval(tick, TICK_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      window.clearInterval(timer);
      timer = undefined;
    }
  };
}

function tick() {
  time = Date.now();
  listeners.forEach((listener) => listener());
}
