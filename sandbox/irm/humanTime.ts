/** A time in IRM's wire format (UTC, microseconds). */
export function wireTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000Z');
}

/** The same without the fraction of a second, as the times of a maintenance come. */
export function wireTimeInSeconds(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

const steps: ReadonlyArray<[seconds: number, one: string, many: string]> = [
  [86400, 'a day', 'days'],
  [3600, 'an hour', 'hours'],
  [60, 'a minute', 'minutes'],
  [1, 'a second', 'seconds'],
];

/** How long ago, as IRM words it: "a second", "2 minutes". */
export function verbalAge(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  for (const [length, one, many] of steps) {
    const count = Math.floor(seconds / length);
    if (count >= 1) {
      return count === 1 ? one : `${count} ${many}`;
    }
  }
  return 'a moment';
}
