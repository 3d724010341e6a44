import { Hono } from 'hono';
import type { IrmContext } from '../context';
import { detail, json, notBuilt } from '../http/answers';
import { readBody } from '../http/body';
import { pageOf } from '../http/paging';
import { isRecord } from '../isRecord';
import type { Integration } from '../model';
import { chainErrors } from './integrationInput';
import type { MakeView, ViewRequest } from './view';
import { routeToWire } from './wire';

const listAllow = 'GET, POST, HEAD, OPTIONS';
const oneAllow = 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS';
const pageSize = 25;

/** What else upstream lets one change of a route; other fields it ignores. */
const unbuilt = ['position', 'routing_type', 'routing_regex', 'slack', 'telegram', 'mobile_app', 'email', 'webhook'];

/** Every integration has its default route and no other, so of a route only the escalation chain can be changed. */
export function routeRoutes({ store, baseUrl }: IrmContext, view: MakeView): Hono {
  function list({ url }: ViewRequest): Response {
    const integrationId = url.searchParams.get('integration_id');
    // A default route has no expression that could be asked for.
    const integrations = url.searchParams.get('routing_regex') ? [] : [...store.integrations.values()];
    const found = integrations.filter(({ id }) => !integrationId || id === integrationId);
    const page = pageOf(found, url, baseUrl, pageSize);
    return json({ ...page, results: page.results.map(routeToWire) }, { allow: listAllow });
  }

  function withOne(run: (integration: Integration, request: ViewRequest) => Response | Promise<Response>) {
    return (request: ViewRequest) => {
      const id = request.c.req.param('id');
      const integration = [...store.integrations.values()].find(({ routeId }) => routeId === id);
      return integration ? run(integration, request) : detail('Not found.', 404, { allow: oneAllow });
    };
  }

  const update = withOne(async (integration, { c }) => {
    const body = await readBody(c.req.raw, { allow: oneAllow });
    if ('refusal' in body) {
      return body.refusal;
    }
    const data = isRecord(body.data) ? body.data : {};
    if (unbuilt.some((field) => field in data)) {
      return notBuilt();
    }
    if ('escalation_chain_id' in data) {
      // Null is refused here, unlike in `default_route` of an integration.
      const errors = chainErrors(data.escalation_chain_id, false);
      if (errors.length > 0) {
        return json({ escalation_chain_id: errors }, { status: 400, allow: oneAllow });
      }
      integration.escalationChainId = String(data.escalation_chain_id);
    }
    return json(routeToWire(integration), { allow: oneAllow });
  });

  const one = withOne((integration) => json(routeToWire(integration), { allow: oneAllow }));
  const remove = withOne(() => detail('Unable to delete default filter', 400, { allow: oneAllow }));
  const read = { needs: 'integrations:read' } as const;
  const write = { needs: 'integrations:write' } as const;

  return new Hono()
    .all('/', view({ allow: listAllow, actions: { GET: { ...read, run: list }, POST: { ...write, run: notBuilt } } }))
    .all(
      '/:id',
      view({
        allow: oneAllow,
        actions: {
          GET: { ...read, run: one },
          PUT: { ...write, run: update },
          PATCH: { ...write, run: update },
          DELETE: { ...write, run: remove },
        },
      })
    );
}
