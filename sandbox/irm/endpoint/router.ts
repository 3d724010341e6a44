import { type Context, Hono } from 'hono';
import type { IrmContext } from '../context';
import { notFoundPage, text } from '../http/answers';
import { heartbeatPaths } from '../integrationTypes';
import type { Delivery, DeliveryTarget, Integration } from '../model';
import { answerOfFault, keyNotFound } from './faults';
import { createTokenCache } from './tokenCache';
import { alertView, type Handled, heartbeatView } from './views';

/** `/integrations/v1/<type>/<token>/` and the same with `heartbeat/`: where monitoring systems deliver. */
export function endpointRouter(context: IrmContext): Hono {
  const { clock, store } = context;
  const tokens = createTokenCache(store, clock);

  async function deliver(
    c: Context,
    target: DeliveryTarget,
    handle: (integration: Integration) => Handled | Promise<Handled>
  ): Promise<Response> {
    const request = c.req.raw;
    const integration = tokens.find(c.req.param('token') ?? '');
    if (!integration) {
      return unmatched(c, text(keyNotFound, { status: 403 }));
    }
    const at = clock.now();
    const fault = await answerOfFault(integration, request, target, clock);
    const { response, outcome, work }: Handled = fault
      ? { response: fault, outcome: 'Fault switched on' }
      : await handle(integration);
    const { status } = response;
    const delivery: Delivery = { at, method: request.method, target, status, outcome, alertGroupId: null };
    store.recordDelivery(integration, delivery);
    const waitMs = workDelayMs(context, integration, target);
    if (work && waitMs > 0) {
      clock.schedule(waitMs, () => work(delivery));
    } else {
      work?.(delivery);
    }
    return response;
  }

  /** Nothing is here: told to the integration whose token is in the path, if any, since that is a likely mistake. */
  function unmatched(c: Context, response: Response): Response {
    const { method, path } = c.req;
    const integration = path
      .split('/')
      .map((part) => store.withToken(part))
      .find(Boolean);
    if (integration) {
      store.recordDelivery(integration, {
        at: clock.now(),
        method,
        target: path.includes('/heartbeat') ? 'heartbeat' : 'alert',
        status: response.status,
        outcome: path.endsWith('/') ? 'Refused: no such address' : 'Refused: the slash at the end is missing',
        alertGroupId: null,
      });
    } else {
      store.recordUnmatched({ at: clock.now(), method, path, status: response.status });
    }
    return response;
  }

  return new Hono()
    .all('/:type/:token/', (c) =>
      deliver(c, 'alert', (integration) => alertView(context, integration, c.req.param('type'), c.req.raw))
    )
    .all('/:type/:token/heartbeat/', (c) =>
      heartbeatPaths.has(c.req.param('type'))
        ? deliver(c, 'heartbeat', (integration) => heartbeatView(context, integration, c.req.raw))
        : unmatched(c, notFoundPage())
    )
    .all('*', (c) => unmatched(c, notFoundPage()));
}

/** From the answer until the work on it is done: the longest of what is usual for alerts and of the faults that are on. */
function workDelayMs({ processingMs, store }: IrmContext, { fault }: Integration, target: DeliveryTarget): number {
  const lateMs = [fault, store.fault].map((each) => (each?.kind === 'late' ? each.seconds * 1000 : 0));
  return Math.max(target === 'alert' ? processingMs : 0, ...lateMs);
}
