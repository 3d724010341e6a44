/**
 * What the stand-in's own page works with, and tests may too. JSON in, JSON out, no authorization. Times are
 * milliseconds; `integration` below is the summary of summaries.ts, `detail` the longer form. What is refused answers
 * 400 `{ error, field }`, an unknown id 404 `{ error }`.
 *
 *   GET    /ui/api/integrations                          { now, integrations: [integration], unmatched: [...] }
 *   POST   /ui/api/integrations                          { type, name, description?, team? (its name) }
 *                                                        -> 201 { id, endpoint, heartbeatEndpoint }
 *   GET    /ui/api/integrations/:id                      detail: with templates, deliveries and alert groups
 *   PATCH  /ui/api/integrations/:id                      { name?, description?, pagesSomebody?,
 *                                                          templates?: { groupingKey?, resolveSignal?, webTitle? } }
 *   DELETE /ui/api/integrations/:id
 *   PUT    /ui/api/integrations/:id/heartbeat            { intervalSeconds }
 *   POST   /ui/api/integrations/:id/heartbeat/reset      as never signalled
 *   PUT    /ui/api/integrations/:id/fault                { kind: 'none' } | { kind: 'status', status: 403|404|429|500 }
 *                                                        | { kind: 'slow', seconds } | { kind: 'redirect' }
 *   GET    /ui/api/integrations/:id/deliveries           [{ at, method, target, status, outcome, alertGroupId }]
 *   GET    /ui/api/integrations/:id/alert-groups         [{ id, state, title, alertsCount, firstAt, lastAt }]
 *   GET    /ui/api/alert-groups/:id                      { id, state, title, payload } (payload of the last alert)
 *   POST   /ui/api/alert-groups/:id/resolve
 *   POST   /ui/api/clear                                 forgets everything
 */
import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import { resolveGroup } from '../alertGroups';
import type { IrmContext } from '../context';
import { createIntegration, updateIntegration } from '../createIntegration';
import type { AlertGroup, Integration } from '../model';
import { defaultEscalationChainId, userWithRole } from '../organization';
import { faultChange, heartbeatChange, integrationChange, newIntegration } from './input';
import { summarize, summarizeInDetail } from './summaries';

export function uiApi(context: IrmContext): Hono {
  const { store, clock } = context;

  type WithIntegration = (c: Context, integration: Integration) => Response | Promise<Response>;
  const withIntegration = (run: WithIntegration) => (c: Context) => {
    const integration = store.integrations.get(c.req.param('id') ?? '');
    return integration ? run(c, integration) : c.json({ error: 'There is no such integration.' }, 404);
  };
  const withGroup = (run: (c: Context, group: AlertGroup) => Response) => (c: Context) => {
    const group = store.alertGroups.get(c.req.param('id') ?? '');
    return group ? run(c, group) : c.json({ error: 'There is no such alert group.' }, 404);
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
    withInput(c, integrationChange, ({ pagesSomebody, ...rest }) => {
      const chain = pagesSomebody === undefined ? undefined : pagesSomebody ? defaultEscalationChainId : null;
      const result = updateIntegration(context, integration, { ...rest, escalationChainId: chain });
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

  const resolve = withGroup((c, group) => {
    resolveGroup(group, userWithRole('admin').id, clock.now());
    return c.json({ id: group.id, state: group.state });
  });

  const list = (c: Context) =>
    c.json({
      now: clock.now(),
      integrations: [...store.integrations.values()].map((each) => summarize(context, each)),
      unmatched: [...store.unmatched].reverse(),
    });

  return new Hono()
    .get('/integrations', list)
    .post('/integrations', create)
    .get(
      '/integrations/:id',
      withIntegration((c, each) => c.json(summarizeInDetail(context, each)))
    )
    .patch('/integrations/:id', change)
    .delete('/integrations/:id', remove)
    .put('/integrations/:id/heartbeat', setHeartbeatInterval)
    .post('/integrations/:id/heartbeat/reset', resetHeartbeat)
    .put('/integrations/:id/fault', setFault)
    .get(
      '/integrations/:id/deliveries',
      withIntegration((c, each) => c.json(summarizeInDetail(context, each).deliveries))
    )
    .get(
      '/integrations/:id/alert-groups',
      withIntegration((c, each) => c.json(summarizeInDetail(context, each).groups))
    )
    .get(
      '/alert-groups/:id',
      withGroup((c, { id, state, title, lastAlert }) => c.json({ id, state, title, payload: lastAlert.payload }))
    )
    .post('/alert-groups/:id/resolve', resolve)
    .post('/clear', (c) => {
      store.clear();
      return c.body(null, 204);
    });
}

/** Runs with a body that fits the schema, or says which field does not. */
async function withInput<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
  run: (input: z.output<Schema>) => Response
): Promise<Response> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  if (parsed.success) {
    return run(parsed.data);
  }
  const issue = parsed.error.issues[0];
  return c.json({ error: issue?.message ?? 'Not understood.', field: issue?.path.at(-1) ?? null }, 400);
}
