/**
 * How many cases a property with long simulations plays: a sample with the other tests, all of them with `THOROUGH=1`
 * (`npm run test:thorough`). Which ones are drawn anew each time, so that samples add up.
 */
export const casesOf = (all: number): number => (process.env.THOROUGH === '1' ? all : Math.ceil(all / 10));
