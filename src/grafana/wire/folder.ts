import * as z from '../../transport/zod';

/** A folder, of which only its name matters here (folders.json). */
export const folder = z.looseObject({ uid: z.string(), title: z.string() });
