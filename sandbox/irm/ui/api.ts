/**
 * What the stand-in's own page works with, and tests may too. JSON in, JSON out, no authorization. Times are
 * milliseconds; `integration` below is the summary of summaries.ts, `detail` the longer form. What is refused answers
 * 400 `{ error, field }`, an unknown id 404 `{ error }`.
 *
 *   GET    /ui/api/integrations                          { now, integrations: [integration], unmatched: [...] }
 *   POST   /ui/api/integrations                          { type, name, description?, team? (its name) }
 *                                                        -> 201 { id, endpoint, heartbeatEndpoint }
 *   GET    /ui/api/integrations/:id                      detail: with templates, deliveries and alert groups
 *   PATCH  /ui/api/integrations/:id                      { name?, description?, escalationChain? (its name, '' for none),
 *                                                          templates?: { groupingKey?, resolveSignal?, webTitle? } }
 *   DELETE /ui/api/integrations/:id
 *   PUT    /ui/api/integrations/:id/heartbeat            { intervalSeconds }
 *   POST   /ui/api/integrations/:id/heartbeat/reset      as never signalled
 *   PUT    /ui/api/integrations/:id/maintenance          { mode: 'none' } | { mode: 'debug' | 'maintenance', seconds }
 *   PUT    /ui/api/integrations/:id/fault                { kind: 'none' } | { kind: 'status', status: 403|404|429|500 }
 *                                                        | { kind: 'slow' | 'late', seconds } | { kind: 'redirect' | 'gateway' }
 *   GET    /ui/api/integrations/:id/deliveries           [{ at, method, target, status, outcome, alertGroupId }]
 *   GET    /ui/api/integrations/:id/alert-groups         [{ id, state, title, alertsCount, firstAt, lastAt }]
 *   GET    /ui/api/alert-groups/:id                      { id, state, title, payload } (payload of the last alert)
 *   POST   /ui/api/alert-groups/:id/acknowledge
 *   POST   /ui/api/alert-groups/:id/silence              { seconds? }, for ever without
 *   POST   /ui/api/alert-groups/:id/unsilence
 *   POST   /ui/api/alert-groups/:id/resolve
 *   GET    /ui/api/fault                                 the fault of IRM as a whole
 *   PUT    /ui/api/fault                                 { kind: 'none' | 'error' | 'page' | 'nonsense' }
 *                                                        | { kind: 'throttled' | 'slow' | 'late', seconds }
 *   POST   /ui/api/clear                                 forgets everything
 *
 * `slow` answers after so many seconds, `late` at once, but does the work on a delivery only then. The fault of IRM as a
 * whole is one of its public API, but for `late`, which holds for every integration.
 */
import { Hono } from 'hono';
import type { IrmContext } from '../context';
import { alertGroupApi } from './alertGroupApi';
import { irmFaultChange } from './input';
import { integrationApi } from './integrationApi';
import { withInput } from './withInput';

export function uiApi(context: IrmContext): Hono {
  const { store } = context;
  const fault = () => store.fault ?? { kind: 'none' };

  return new Hono()
    .route('/integrations', integrationApi(context))
    .route('/alert-groups', alertGroupApi(context))
    .get('/fault', (c) => c.json(fault()))
    .put('/fault', (c) =>
      withInput(c, irmFaultChange, (wanted) => {
        store.fault = wanted.kind === 'none' ? null : wanted;
        return c.json(fault());
      })
    )
    .post('/clear', (c) => {
      store.clear();
      return c.body(null, 204);
    });
}
