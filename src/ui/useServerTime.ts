import { useEffect, useState } from 'react';

const TICK_MS = 1000;

/**
 * The server's time (epoch milliseconds), ticking every second. The browser's clock may be wrong; the server's
 * `Date` header is what counts.
 *
 * @param clockOffset server's time minus browser's, in milliseconds
 */
export function useServerTime(clockOffset: number): number {
  const [browserTime, setBrowserTime] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setBrowserTime(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return browserTime + clockOffset;
}
