import * as v from 'valibot';
import type { Call } from './transport';

/** Asks Grafana, on the person's own way, who is signed in. It comes on top of the call that gave rise to it. */
export const WHO_IS_SIGNED_IN: Call = { method: 'GET', path: '/api/user', timeoutMs: 10_000 };

/** Grafana names whoever it is. Nothing else says that somebody is: a sign-in page comes with 200 as well. */
export const signedInForm = v.object({ login: v.string() });
