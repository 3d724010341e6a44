import { type Context, type Handler } from 'hono';
import type { IrmContext } from '../context';
import { detail } from '../http/answers';
import { type SlidingWindow, slidingWindow } from '../limits';
import { type IrmRole, mayAs, type User, userWithRole } from '../organization';

export interface ViewRequest {
  c: Context;
  url: URL;
  user: User;
}

export interface Action {
  needs?: IrmRole;
  run(request: ViewRequest): Response | Promise<Response>;
}

export interface View {
  allow: string;
  /** `info` counts apart from all else; some views tell the reset time in a header of their own. */
  throttle?: 'info' | 'withoutReset';
  /** By HTTP method; HEAD is answered as GET. */
  actions: Partial<Record<string, Action>>;
}

/** Makes handlers of the public API: token, role and limit are looked at in this order, as the real engine does. */
export function createViews(context: IrmContext) {
  const throttles = { info: slidingWindow(100, 60_000), others: slidingWindow(300, 60_000) };

  return function view({ allow, throttle, actions }: View): Handler {
    return async (c) => {
      const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
      const action = actions[method];
      const found = authenticate(context, c.req.raw, allow);
      if (found instanceof Response) {
        return found;
      }
      if (action?.needs && !mayAs(found.user, action.needs)) {
        return detail('You do not have permission to perform this action.', 403, { allow });
      }
      const limits = throttle === 'info' ? throttles.info : throttles.others;
      const throttled = answerOfThrottle(limits, found.token, context.clock.now(), allow, throttle === undefined);
      if (throttled) {
        return throttled;
      }
      if (!action) {
        return detail(`Method "${method}" not allowed.`, 405, { allow });
      }
      return action.run({ c, url: new URL(c.req.url), user: found.user });
    };
  };
}

export type MakeView = ReturnType<typeof createViews>;

function authenticate(context: IrmContext, request: Request, allow: string): { user: User; token: string } | Response {
  const token = request.headers.get('Authorization') ?? '';
  const grafanaUrl = request.headers.get('X-Grafana-URL');
  // A service account of a Grafana that IRM does not know yet is asked to wait until it has been looked up.
  if (token.startsWith('glsa_') && grafanaUrl && grafanaUrl !== context.grafanaUrl) {
    const headers = { 'RateLimit-Reset': '360' };
    return detail('Organization being synced, please retry.', 429, { allow, headers });
  }
  const known = context.apiTokens.find((each) => each.token === token);
  return known ? { user: userWithRole(known.role), token } : detail('Invalid token.', 403, { allow });
}

function answerOfThrottle(limits: SlidingWindow, token: string, now: number, allow: string, tellsReset: boolean) {
  const wait = limits.take(token, now);
  if (wait === undefined) {
    return undefined;
  }
  const seconds = String(Math.ceil(wait / 1000));
  return detail(`Request was throttled. Expected available in ${seconds} seconds.`, 429, {
    allow,
    headers: { 'Retry-After': seconds, ...(tellsReset && { 'RateLimit-Reset': seconds }) },
  });
}
