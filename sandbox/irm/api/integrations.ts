import { Hono } from 'hono';
import type { IrmContext } from '../context';
import { createIntegration, updateIntegration } from '../createIntegration';
import { detail, empty, json } from '../http/answers';
import { readBody } from '../http/body';
import { pageOf } from '../http/paging';
import type { Integration } from '../model';
import { checkIntegration } from './integrationInput';
import { maintenanceActions } from './maintenance';
import { answerOfTeamFilter } from './teamFilter';
import type { MakeView, ViewRequest } from './view';
import { integrationToWire } from './wire';

const listAllow = 'GET, POST, HEAD, OPTIONS';
const oneAllow = 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS';

export function integrationRoutes(context: IrmContext, view: MakeView): Hono {
  const { store, baseUrl } = context;
  const wire = (integration: Integration) => integrationToWire(context, integration);

  function list({ url }: ViewRequest): Response {
    const refusal = answerOfTeamFilter(url, listAllow);
    if (refusal) {
      return refusal;
    }
    const name = url.searchParams.get('name');
    const found = [...store.integrations.values()].filter(
      (integration) => integration.type !== 'maintenance' && (name === null || integration.name === name)
    );
    const page = pageOf(found, url, baseUrl);
    return json({ ...page, results: page.results.map(wire) }, { allow: listAllow });
  }

  async function create({ c }: ViewRequest): Promise<Response> {
    const body = await readBody(c.req.raw, { allow: listAllow });
    if ('refusal' in body) {
      return body.refusal;
    }
    const checked = checkIntegration(body.data, true);
    if ('errors' in checked) {
      return json(checked.errors, { status: 400, allow: listAllow });
    }
    const result = createIntegration(context, checked.input);
    return 'refusal' in result
      ? detail(result.refusal, 400, { allow: listAllow })
      : json(wire(result.integration), { status: 201, allow: listAllow });
  }

  /** Runs with the integration of the path, or answers that there is none. */
  function withOne(run: (integration: Integration, request: ViewRequest) => Response | Promise<Response>) {
    return (request: ViewRequest) => {
      const integration = store.integrations.get(request.c.req.param('id') ?? '');
      return integration ? run(integration, request) : detail('Not found.', 404, { allow: oneAllow });
    };
  }

  const update = withOne(async (integration, { c }) => {
    const body = await readBody(c.req.raw, { allow: oneAllow });
    if ('refusal' in body) {
      return body.refusal;
    }
    const checked = checkIntegration(body.data, false);
    if ('errors' in checked) {
      return json(checked.errors, { status: 400, allow: oneAllow });
    }
    const result = updateIntegration(context, integration, checked.input);
    return 'refusal' in result
      ? detail(result.refusal, 400, { allow: oneAllow })
      : json(wire(result.integration), { allow: oneAllow });
  });

  const remove = withOne((integration) => {
    store.delete(integration);
    return empty({ status: 204, allow: oneAllow });
  });

  const maintenance = maintenanceActions(context, view);
  const read = withOne((integration) => json(wire(integration), { allow: oneAllow }));
  const needs = { read: 'integrations:read', write: 'integrations:write' } as const;

  return new Hono()
    .all(
      '/',
      view({
        allow: listAllow,
        actions: { GET: { needs: needs.read, run: list }, POST: { needs: needs.write, run: create } },
      })
    )
    .all(
      '/:id',
      view({
        allow: oneAllow,
        actions: {
          GET: { needs: needs.read, run: read },
          PUT: { needs: needs.write, run: update },
          PATCH: { needs: needs.write, run: update },
          DELETE: { needs: needs.write, run: remove },
        },
      })
    )
    .all('/:id/maintenance_start', maintenance.start)
    .all('/:id/maintenance_stop', maintenance.stop);
}
