import * as v from 'valibot';

/** An object as it came, with its fields in their order and whatever they are called. */
export const raw = v.custom<Record<string, unknown>>(
  (input) => typeof input === 'object' && input !== null && !Array.isArray(input)
);

/**
 * An object of any names with values of one form. Not valibot's own `record`, which leaves out what is called
 * `constructor` or `prototype`: a label may be.
 */
export const mapOf = <Value>(value: v.GenericSchema<unknown, Value>) =>
  v.pipe(
    raw,
    v.transform((object) => new Map(Object.entries(object))),
    v.map(v.string(), value),
    v.transform((map): Record<string, Value> => Object.fromEntries(map))
  );
