/**
 * `after`, with every part of `before` in place of one that says the same. What is derived from a part (connections,
 * drift, rows) then stays what it was, and a refresh costs what has changed. For plain values as they come from JSON.
 */
export function sharedWith<T>(before: T | undefined, after: T): T;
export function sharedWith(before: unknown, after: unknown): unknown {
  if (before === after) {
    return before;
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const shared: unknown[] = after.map((entry, index) => sharedWith<unknown>(before[index], entry));
    return shared.length === before.length && shared.every((entry, index) => entry === before[index]) ? before : shared;
  }
  return isRecord(before) && isRecord(after) ? sharedRecord(before, after) : after;
}

function sharedRecord(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): unknown {
  const keys = Object.keys(after);
  // A key may be called `__proto__`, which an assignment would take for something else.
  const had = (key: string) => (Object.hasOwn(before, key) ? before[key] : undefined);
  const shared = Object.fromEntries(keys.map((key) => [key, sharedWith<unknown>(had(key), after[key])]));
  const isSame =
    keys.length === Object.keys(before).length &&
    keys.every((key) => Object.hasOwn(before, key) && shared[key] === before[key]);
  return isSame ? before : shared;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
