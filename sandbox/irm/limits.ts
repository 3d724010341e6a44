/** Counts per key in windows of fixed length; says whether this one is over the limit. */
export function fixedWindow(limit: number, windowMs: number) {
  const windows = new Map<string, { since: number; count: number }>();
  return {
    isOver(key: string, now: number): boolean {
      let current = windows.get(key);
      if (!current || now - current.since >= windowMs) {
        current = { since: now, count: 0 };
        windows.set(key, current);
      }
      current.count += 1;
      return current.count > limit;
    },
  };
}

export type FixedWindow = ReturnType<typeof fixedWindow>;

/** Counts per key over the last `windowMs`; gives the milliseconds to wait, or undefined when let through. */
export function slidingWindow(limit: number, windowMs: number) {
  const histories = new Map<string, number[]>();
  return {
    take(key: string, now: number): number | undefined {
      const history = (histories.get(key) ?? []).filter((at) => at > now - windowMs);
      histories.set(key, history);
      const oldest = history[0];
      if (oldest !== undefined && history.length >= limit) {
        return oldest + windowMs - now;
      }
      history.push(now);
      return undefined;
    },
  };
}

export type SlidingWindow = ReturnType<typeof slidingWindow>;
