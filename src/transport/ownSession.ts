import * as v from 'valibot';
import { foreignIn } from './foreign';
import type { OwnSession, Transport } from './transport';

/** Milliseconds that the question may take, which comes on top of the call that gave rise to it. */
const TIMEOUT_MS = 10_000;

/** Grafana names whoever is signed in. Nothing else says that somebody is: a sign-in page comes with 200 as well. */
const userForm = v.object({ login: v.string() });

/** Asks Grafana how the person's own session stands. */
export async function askOwnSession(session: Transport): Promise<OwnSession> {
  const result = await session.request({ method: 'GET', path: '/api/user', timeoutMs: TIMEOUT_MS });
  if (!result.ok) {
    return { state: 'unreachable' };
  }
  const { status, body } = result.value;
  const foreign = foreignIn(result.value);
  if (foreign) {
    return isLost(status, foreign.instead) ? { state: 'unreachable' } : { state: 'inFront', ...foreign };
  }
  if (status === 401) {
    return { state: 'ended' };
  }
  return { state: status === 200 && v.is(userForm, body) ? 'holds' : 'unknown' };
}

/** A gateway, Cloudflare or a router that does not reach Grafana; 505 to 519 are pages that ask for something. */
const isLost = (status: number, instead: 'webPage' | 'foreignText') =>
  instead === 'foreignText' ? status === 404 : (status >= 502 && status <= 504) || status >= 520;
