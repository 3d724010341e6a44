import { config } from 'zod/mini';

// Otherwise zod tries `new Function` with the first object it is told of, which a strict content security policy
// reports as a violation. It has to be said before any form is made, so that everybody takes zod from here: its small
// form, because the other one brings its messages in fifty languages along (86 kB gzipped).
config({ jitless: true });

export * from 'zod/mini';
