const UNITS = [
  ['y', 365 * 86400],
  ['w', 7 * 86400],
  ['d', 86400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
  ['ms', 0.001],
] as const;

/** What Go's durations hold: 63 bits of nanoseconds. Grafana refuses more. */
const LONGEST_SECONDS = 2 ** 63 / 1e9;

const FORM = new RegExp(`^${UNITS.map(([unit]) => `(?:(\\d+)${unit})?`).join('')}$`);

/**
 * Writes whole seconds as Grafana and Prometheus do: `90` becomes `1m30s`, `0` becomes `0s`.
 * Days stand alone (`1d`, but `36h`), as Prometheus prints them; weeks and years are not used.
 */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole === 0) {
    return '0s';
  }
  if (whole % 86400 === 0) {
    return `${whole / 86400}d`;
  }
  const parts = [
    [Math.floor(whole / 3600), 'h'],
    [Math.floor((whole % 3600) / 60), 'm'],
    [whole % 60, 's'],
  ] as const;
  return parts.map(([count, unit]) => (count > 0 ? `${count}${unit}` : '')).join('');
}

/**
 * Reads a duration in Prometheus form (`1m30s`, `1h`, `0`) as seconds; milliseconds become a fraction.
 * Undefined when it is none: a bare number has no unit, units must fall from large to small without blanks between
 * them, and more than 292 years Grafana does not take.
 */
export function parseDuration(text: string): number | undefined {
  const bare = text.trim();
  if (bare === '0') {
    return 0;
  }
  const match = FORM.exec(bare);
  if (!match || bare === '') {
    return undefined;
  }
  const seconds = UNITS.reduce((sum, [, size], index) => sum + Number(match[index + 1] ?? 0) * size, 0);
  return seconds < LONGEST_SECONDS ? Math.round(seconds * 1000) / 1000 : undefined;
}
