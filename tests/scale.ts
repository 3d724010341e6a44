export const isThorough = process.env.THOROUGH === '1';

/**
 * How many cases a property plays, or how large a thing is made: a sample with the other tests, by default a tenth, all
 * with `THOROUGH=1` (`npm run test:thorough`). What is drawn by chance is drawn anew each time, so that samples add up.
 */
export const casesOf = (all: number, share = 1 / 10): number => (isThorough ? all : Math.ceil(all * share));
