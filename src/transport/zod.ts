import { z } from 'zod';

// Otherwise zod tries `new Function` with the first object it is told of, which a strict content security policy
// reports as a violation. It has to be said before any form is made, so that everybody takes zod from here.
z.config({ jitless: true });

export { z };
