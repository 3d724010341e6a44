import { Hono } from 'hono';

import { opensBy } from '../access';
import type { GrafanaEnv, GrafanaVersion, TimeIntervals } from '../context';
import { invalidProvenance, wantedProvenance } from '../provenance';
import { defaultReceiver, type ReceiverStore } from '../receivers/store';
import { jsonBody } from '../requestBody';
import { invalidFormat, invalidPolicy } from './invalidPolicy';
import { readPolicy } from './readPolicy';
import type { PolicyStore } from './store';

const WRITE =
  'any of alert.provisioning:write, alert.notifications.provisioning:write, all of alert.notifications.routes:write, alert.provisioning.provenance:write';

const WRITE_WAYS = [
  ['alert.provisioning:write'],
  ['alert.notifications.provisioning:write'],
  ['alert.notifications.routes:write', 'alert.provisioning.provenance:write'],
  ['notifications.alerting.grafana.app/routingtrees:update', 'alert.provisioning.provenance:write'],
];
const READ_ACTIONS = [
  'alert.notifications:read',
  'alert.notifications.routes:read',
  'notifications.alerting.grafana.app/routingtrees:get',
  'alert.notifications.provisioning:read',
  'alert.provisioning:read',
];
export const READ = `any of ${READ_ACTIONS.join(', ')}`;
export const READ_WAYS = READ_ACTIONS.map((action) => [action]);

interface Deps {
  version: GrafanaVersion;
  policies: PolicyStore;
  receivers: ReceiverStore;
  timeIntervals: TimeIntervals;
}

/** `/api/v1/provisioning/policies`. */
export function policyRoutes({ version, policies, receivers, timeIntervals }: Deps): Hono<GrafanaEnv> {
  const routes = new Hono<GrafanaEnv>();
  const shown = () => {
    const provenance = policies.provenance();
    return { ...policies.tree(), ...(provenance ? { provenance } : {}) };
  };
  // What opens the door of reading, and that of 13 altogether, is read: docs/facts.md#permissions.
  routes.get('/', opensBy(READ_WAYS, READ));
  routes.on(['PUT', 'DELETE'], '/', opensBy(WRITE_WAYS, WRITE));
  routes.get('/', (c) => c.json(shown()));

  routes.put('/', async (c) => {
    const body = await jsonBody(c);
    const tree = body && readPolicy(body);
    if (!tree) {
      return c.json({ message: 'bad request data' }, 400);
    }
    const problem = invalidPolicy(tree, { receivers, timeIntervals });
    if (problem) {
      return c.json(invalidFormat(problem), 400);
    }
    const provenance = wantedProvenance(c);
    if (policies.provenance() && policies.provenance() !== provenance) {
      return c.json(invalidProvenance(policies.provenance(), provenance), 403);
    }
    policies.set(tree, provenance);
    return c.json({ message: 'policies updated' }, 202);
  });

  routes.delete('/', (c) => {
    policies.reset();
    const standard = defaultReceiver(version);
    if (!receivers.hasReceiver(standard.name)) {
      receivers.replace(standard.name, standard);
    }
    return c.json(shown(), 202);
  });

  return routes;
}
