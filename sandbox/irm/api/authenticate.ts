import type { IrmContext } from '../context';
import { detail } from '../http/answers';
import { type User, userWithRole } from '../organization';
import { type Permission, roleHas } from '../permissions';

/** Who asks. A service account is no user: it is the author of nothing and can acknowledge nothing. */
export interface Caller {
  /** Requests are counted per caller. */
  id: string;
  user: User | undefined;
  may(permission: Permission): boolean;
}

interface Door {
  allow: string;
  /** Some views take the keys of users only. */
  usersOnly: boolean;
  /** Whether a refusal for now says in a header of its own when to come back. */
  tellsReset: boolean;
}

/** Tells from `Authorization`, which carries the bare token, and `X-Grafana-URL` who asks, or refuses as upstream. */
export function authenticate(context: IrmContext, request: Request, door: Door): Caller | Response {
  const { allow, usersOnly, tellsReset } = door;
  const token = request.headers.get('Authorization') ?? '';
  const known = context.apiTokens.find((each) => each.token === token);
  if (known && 'role' in known) {
    const user = userWithRole(known.role);
    return { id: user.id, user, may: (permission) => roleHas(user.role, permission) };
  }
  if (token.startsWith('glsa_') && !usersOnly) {
    const stack = stackAddress(request.headers.get('X-Grafana-URL'));
    // An address that IRM does not know may be a stack that it has yet to look up, so the sender is asked to wait.
    if (stack && stack !== context.grafanaUrl) {
      const headers = tellsReset ? { 'RateLimit-Reset': '350' } : undefined;
      return detail('Organization being synced, please retry.', 429, { allow, headers });
    }
    if (known && !stack) {
      return detail('Missing X-Grafana-Instance-ID', 403, { allow });
    }
    if (known) {
      return { id: token, user: undefined, may: (permission) => known.permissions.includes(permission) };
    }
  }
  return detail('Invalid token.', 403, { allow });
}

/** Slashes at the end do not count. What upstream takes for no address, such as a host without a dot, is as not sent. */
function stackAddress(header: string | null): string | undefined {
  const url = header && /^https?:/i.test(header) && URL.canParse(header) ? new URL(header) : undefined;
  const isAddress = url && (url.hostname === 'localhost' || /[.:]/.test(url.hostname));
  return isAddress ? header?.replace(/\/+$/, '') : undefined;
}
