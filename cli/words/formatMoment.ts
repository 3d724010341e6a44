/** A time (epoch milliseconds) for logs: UTC, to the second. */
export const formatMoment = (time: number): string =>
  new Date(time)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
