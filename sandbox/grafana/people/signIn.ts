import { Hono, type MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

import { unauthorized } from '../access';
import type { GrafanaEnv, SignedInUser } from '../context';
import { asText, jsonBody } from '../requestBody';
import type { GrafanaConfiguration } from '../server/configuration';
import type { People } from './store';

const COOKIE = 'grafana_session';

/** What only somebody with an account has; Grafana refuses it to the anonymous (docs/facts.md#permissions). */
const OWN_ACCOUNT = /^\/api\/user(\/|$)/;

/** Finds out who asks; without an answer to that nobody gets past, unless one may look without signing in. */
export function signedIn(
  people: People,
  { isEnabled, role }: GrafanaConfiguration['anonymous']
): MiddlewareHandler<GrafanaEnv> {
  const anonymous: SignedInUser = { id: 0, uid: '', login: '', name: '', email: '', role, kind: 'user' };
  return async (c, next) => {
    const hasCredentials = c.req.header('Authorization') !== undefined || getCookie(c, COOKIE) !== undefined;
    if (isEnabled && !hasCredentials && !OWN_ACCOUNT.test(c.req.path)) {
      c.set('user', anonymous);
      return next();
    }
    const found = who(people, c.req.header('Authorization'), getCookie(c, COOKIE));
    if (found instanceof Response) {
      return found;
    }
    c.set('user', found);
    return next();
  };
}

function who(people: People, authorization: string | undefined, session: string | undefined): SignedInUser | Response {
  const [, scheme = '', credentials = ''] = /^(\S+)\s*(.*)$/.exec(authorization ?? '') ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return people.withToken(credentials) ?? unauthorized('api-key.invalid', 'Invalid API key');
    case 'basic': {
      const [, login = '', password = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(credentials, 'base64').toString()) ?? [];
      return people.withPassword(login, password) ?? wrongPassword();
    }
    default:
      return (session && people.withSession(session)) || unauthorized('auth.unauthorized', 'Unauthorized');
  }
}

/** `POST /login` and `GET /logout`. */
export function signInRoutes(people: People): Hono<GrafanaEnv> {
  const routes = new Hono<GrafanaEnv>();

  routes.post('/login', async (c) => {
    const body = await jsonBody(c);
    const user = people.withPassword(asText(body?.user), asText(body?.password));
    if (!user) {
      return wrongPassword();
    }
    setCookie(c, COOKIE, people.startSession(user), { httpOnly: true, path: '/', sameSite: 'Lax', maxAge: 2_592_000 });
    return c.json({ message: 'Logged in', redirectUrl: '/' });
  });

  routes.get('/logout', (c) => {
    const session = getCookie(c, COOKIE);
    if (session) {
      people.endSession(session);
    }
    deleteCookie(c, COOKIE, { path: '/' });
    return c.redirect('/login');
  });

  return routes;
}

function wrongPassword(): Response {
  return unauthorized('password-auth.failed', 'Invalid username or password');
}
