import { type Context, Hono } from 'hono';
import type { IrmContext } from '../context';
import { createIntegration, updateIntegration } from '../createIntegration';
import type { Integration } from '../model';
import { faultChange, heartbeatChange, integrationChange, maintenanceChange, newIntegration } from './input';
import { summarize, summarizeInDetail } from './summaries';
import { withInput } from './withInput';

/** What a person does with an integration on the page. */
export function integrationApi(context: IrmContext): Hono {
  const { store, clock, maintenances } = context;

  type WithIntegration = (c: Context, integration: Integration) => Response | Promise<Response>;
  const withIntegration = (run: WithIntegration) => (c: Context) => {
    const integration = store.integrations.get(c.req.param('id') ?? '');
    return integration ? run(c, integration) : c.json({ error: 'There is no such integration.' }, 404);
  };

  const create = (c: Context) =>
    withInput(c, newIntegration, ({ team, description, ...rest }) => {
      const result = createIntegration(context, { ...rest, teamId: team, description: description || null });
      if ('refusal' in result) {
        return c.json({ error: `${result.refusal}.`, field: 'name' }, 400);
      }
      const { id, endpoint, heartbeatEndpoint } = summarize(context, result.integration);
      return c.json({ id, endpoint, heartbeatEndpoint }, 201);
    });

  const change = withIntegration((c, integration) =>
    withInput(c, integrationChange, (input) => {
      const result = updateIntegration(context, integration, input);
      return 'refusal' in result
        ? c.json({ error: `${result.refusal}.`, field: 'name' }, 400)
        : c.json(summarize(context, integration));
    })
  );

  const remove = withIntegration((c, integration) => {
    store.delete(integration);
    return c.body(null, 204);
  });

  const setHeartbeatInterval = withIntegration((c, integration) =>
    withInput(c, heartbeatChange, ({ intervalSeconds }) => {
      if (!integration.heartbeat) {
        return c.json({ error: 'This type of integration has no heartbeat.' }, 400);
      }
      integration.heartbeat.timeoutSeconds = intervalSeconds;
      return c.json(summarize(context, integration));
    })
  );

  const resetHeartbeat = withIntegration((c, integration) => {
    if (integration.heartbeat) {
      integration.heartbeat.lastBeatAt = null;
    }
    return c.json(summarize(context, integration));
  });

  const setFault = withIntegration((c, integration) =>
    withInput(c, faultChange, (fault) => {
      integration.fault = fault.kind === 'none' ? null : fault;
      return c.json(summarize(context, integration));
    })
  );

  const setMaintenance = withIntegration((c, integration) =>
    withInput(c, maintenanceChange, (wanted) => {
      maintenances.end(integration);
      if (wanted.mode !== 'none') {
        maintenances.start(integration, wanted.mode, wanted.seconds);
      }
      return c.json(summarize(context, integration));
    })
  );

  const list = (c: Context) =>
    c.json({
      now: clock.now(),
      integrations: [...store.integrations.values()].map((each) => summarize(context, each)),
      unmatched: [...store.unmatched].reverse(),
    });

  return new Hono()
    .get('/', list)
    .post('/', create)
    .get(
      '/:id',
      withIntegration((c, each) => c.json(summarizeInDetail(context, each)))
    )
    .patch('/:id', change)
    .delete('/:id', remove)
    .put('/:id/heartbeat', setHeartbeatInterval)
    .post('/:id/heartbeat/reset', resetHeartbeat)
    .put('/:id/maintenance', setMaintenance)
    .put('/:id/fault', setFault)
    .get(
      '/:id/deliveries',
      withIntegration((c, each) => c.json(summarizeInDetail(context, each).deliveries))
    )
    .get(
      '/:id/alert-groups',
      withIntegration((c, each) => c.json(summarizeInDetail(context, each).groups))
    );
}
