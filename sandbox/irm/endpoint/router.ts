import { type Context, Hono } from 'hono';
import type { IrmContext } from '../context';
import { notFoundPage, text } from '../http/answers';
import { heartbeatPaths } from '../integrationTypes';
import type { Delivery, DeliveryTarget, Integration } from '../model';
import { answerOfFault, keyNotFound } from './faults';
import { createTokenCache } from './tokenCache';
import { alertView, type Handled, heartbeatView, takeIn } from './views';

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
    const { response, outcome, alerts } = fault
      ? { response: fault, outcome: 'Fault switched on', alerts: undefined }
      : await handle(integration);
    const { status } = response;
    const delivery: Delivery = { at, method: request.method, target, status, outcome, alertGroupId: null };
    store.recordDelivery(integration, delivery);
    if (alerts && context.processingMs > 0) {
      clock.schedule(context.processingMs, () => takeIn(context, integration, alerts, delivery));
    } else if (alerts) {
      takeIn(context, integration, alerts, delivery);
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
