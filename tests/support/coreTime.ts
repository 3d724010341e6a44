/**
 * What some work gives, and the milliseconds of processor time that it takes. Those do not grow while others use the
 * machine, as those on a clock do; caches that others have emptied make them two or three times as many at worst, for
 * which a limit has to leave room.
 */
export function coreTime<T>(work: () => T): { result: T; ms: number } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1000 };
}

/** The best of so many, as what is done beside, such as collecting garbage, only ever adds. */
export const atBest = (times: number, measure: (turn: number) => { ms: number }): number =>
  Math.min(...Array.from({ length: times }, (_, turn) => measure(turn).ms));
