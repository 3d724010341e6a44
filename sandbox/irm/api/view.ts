import { type Context, type Handler } from 'hono';
import type { IrmContext } from '../context';
import { refusalOfAccept } from '../http/accept';
import { detail, serverErrorPage } from '../http/answers';
import { type SlidingWindow, slidingWindow } from '../limits';
import type { Permission } from '../permissions';
import { authenticate, type Caller } from './authenticate';

export interface ViewRequest {
  c: Context;
  url: URL;
  caller: Caller;
}

interface Action {
  needs: Permission;
  run(request: ViewRequest): Response | Promise<Response>;
}

export interface View {
  allow: string;
  /** `info` counts apart from all else; some views tell the reset time in a header of their own. */
  throttle?: 'info' | 'withoutReset';
  /** Takes the keys of users, but no service account. */
  usersOnly?: boolean;
  /** By HTTP method; HEAD is answered as GET. */
  actions: Partial<Record<string, Action>>;
}

/** Makes handlers of the public API: token, right and limit are looked at in this order, as the real engine does. */
export function createViews(context: IrmContext) {
  const throttles = { info: slidingWindow(100, 60_000), others: slidingWindow(300, 60_000) };

  return function view({ allow, throttle, usersOnly = false, actions }: View): Handler {
    return async (c) => {
      const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
      const action = actions[method];
      const tellsReset = throttle === undefined;
      const unacceptable = refusalOfAccept(c.req.raw, { allow });
      if (unacceptable) {
        return unacceptable;
      }
      const caller = authenticate(context, c.req.raw, { allow, usersOnly, tellsReset });
      if (caller instanceof Response) {
        return caller;
      }
      // Upstream looks for the right that a method takes and falls over where the view does not have that method.
      if (!action) {
        return serverErrorPage();
      }
      if (!caller.may(action.needs)) {
        return detail('You do not have permission to perform this action.', 403, { allow });
      }
      const limits = throttle === 'info' ? throttles.info : throttles.others;
      const throttled = answerOfThrottle(limits, caller.id, context.clock.now(), allow, tellsReset);
      if (throttled) {
        return throttled;
      }
      return action.run({ c, url: new URL(c.req.url), caller });
    };
  };
}

export type MakeView = ReturnType<typeof createViews>;

function answerOfThrottle(limits: SlidingWindow, callerId: string, now: number, allow: string, tellsReset: boolean) {
  const wait = limits.take(callerId, now);
  return wait === undefined ? undefined : throttledAnswer(Math.ceil(wait / 1000), { allow, tellsReset });
}

/** The answer of a used-up limit; `seconds` until there is room again. */
export function throttledAnswer(seconds: number, { allow, tellsReset }: { allow?: string; tellsReset: boolean }) {
  return detail(`Request was throttled. Expected available in ${seconds} seconds.`, 429, {
    allow,
    headers: { 'Retry-After': String(seconds), ...(tellsReset && { 'RateLimit-Reset': String(seconds) }) },
  });
}
