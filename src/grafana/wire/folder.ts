import * as v from 'valibot';

/** A folder, of which only its name matters here (folders.json). */
export const folder = v.looseObject({ uid: v.string(), title: v.string() });
