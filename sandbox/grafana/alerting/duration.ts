/** Durations as Prometheus writes them ('1m30s', '0s', '2d'), in milliseconds. */
const UNITS = [
  ['w', 604_800_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

const FORM = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;
const FACTORS = [31_536_000_000, ...UNITS.map(([, factor]) => factor)];

export function parseDuration(text: string): number | undefined {
  if (text === '0') {
    return 0;
  }
  const found = text === '' ? null : FORM.exec(text);
  if (!found) {
    return undefined;
  }
  return FACTORS.reduce((sum, factor, index) => sum + Number(found[index + 1] ?? 0) * factor, 0);
}

/** The canonical form in which Grafana gives a duration back: 90 s becomes '1m30s'. Weeks and days only when even. */
export function formatDuration(ms: number): string {
  if (ms === 0) {
    return '0s';
  }
  let rest = ms;
  let text = '';
  for (const [unit, factor] of UNITS) {
    const evenOnly = unit === 'w' || unit === 'd';
    if (rest >= factor && (!evenOnly || rest % factor === 0)) {
      text += `${Math.floor(rest / factor)}${unit}`;
      rest %= factor;
    }
  }
  return text;
}

/** Whole seconds as Go prints a duration: 10m0s. */
export function formatGoSeconds(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return `${hours ? `${hours}h` : ''}${minutes ? `${minutes % 60}m` : ''}${seconds % 60}s`;
}

/** A duration as Go prints it ('1ms', '0s', '1.5s'), cut to whole milliseconds as receiver status shows it. */
export function formatGoDuration(ms: number): string {
  const whole = Math.floor(ms);
  if (whole === 0) {
    return '0s';
  }
  if (whole < 1000) {
    return `${whole}ms`;
  }
  const minutes = Math.floor(whole / 60_000);
  return `${minutes > 0 ? `${minutes}m` : ''}${(whole % 60_000) / 1000}s`;
}
