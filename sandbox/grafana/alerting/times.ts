/** Go's zero time, for what never happened. */
export const NEVER = '0001-01-01T00:00:00Z';

/** Whole seconds: 2026-11-22T04:19:12Z. */
export function inSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** Always with milliseconds, as the Alertmanager writes times: 2026-11-22T04:19:12.000Z. */
export function inMilliseconds(ms: number | undefined): string {
  return ms === undefined ? '0001-01-01T00:00:00.000Z' : new Date(ms).toISOString();
}
