import * as v from 'valibot';
import type { Call, Transport } from './transport';

/** Asks Grafana who is signed in. */
export const WHO_IS_SIGNED_IN: Call = { method: 'GET', path: '/api/user', timeoutMs: 10_000 };

/** Grafana names whoever it is. Nothing else says that somebody is: a sign-in page comes with 200 as well. */
export const signedInForm = v.object({ login: v.string() });

const underWay = new WeakMap<Transport, ReturnType<Transport['request']>>();

/**
 * Asks on the person's own way who is signed in, on top of the call that gave rise to it. Calls mostly fail together: while
 * it is under way, all of them wait for the one answer.
 */
export function askWhoIsSignedIn(session: Transport): ReturnType<Transport['request']> {
  const asked = underWay.get(session) ?? session.request(WHO_IS_SIGNED_IN).finally(() => underWay.delete(session));
  underWay.set(session, asked);
  return asked;
}
