/** Epoch milliseconds of a timestamp; undefined for none and for Go's zero time, year 1, which stands for "never". */
export function timeFromWire(text: string | null | undefined): number | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) || time <= 0 ? undefined : time;
}

const UNITS: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1, us: 0.001, µs: 0.001, ns: 0.000001 };

/** Milliseconds of a duration in Go's writing, such as `1m2.5s` or `350ms`; undefined for anything else. */
export function millisecondsFromGo(text: string | undefined): number | undefined {
  if (!text || !/^(\d+(\.\d+)?(h|ms|m|s|us|µs|ns))+$/.test(text)) {
    return undefined;
  }
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s|us|µs|ns)/g)];
  return parts.reduce((sum, [, amount = '', unit = '']) => sum + Number(amount) * (UNITS[unit] ?? 0), 0);
}
