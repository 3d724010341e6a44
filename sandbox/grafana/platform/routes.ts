import { Hono } from 'hono';

import type { GrafanaEnv } from '../context';
import { notBuiltAnswer } from '../notBuilt';
import type { MuteTimingStore } from '../muteTimings/store';
import type { PolicyStore } from '../policies/store';
import type { TestDeps } from '../receivers/receiverTest/runTest';
import { apiGroup, servedVersions } from './groupVersion';
import { receiverRoutes, type PlatformDeps } from './receiverRoutes';
import { routingTreeRoutes } from './routingTrees';
import { failure, noSuchResource } from './status';
import { receiverTestRoutes } from './testRoutes';
import { timeIntervalRoutes } from './timeIntervals';

/** `/apis/notifications.alerting.grafana.app`. */
export function platformRoutes(
  deps: PlatformDeps & TestDeps & { policies: PolicyStore; muteTimings: MuteTimingStore }
): Hono<GrafanaEnv> {
  const { version } = deps;
  const routes = new Hono<GrafanaEnv>();
  routes.get('/', (c) => c.json(apiGroup(version)));
  for (const served of servedVersions(version)) {
    const base = `/${served}/namespaces/default`;
    routes.use(`/${served}/namespaces/:namespace/*`, async (c, next) => {
      const namespace = c.req.param('namespace');
      if (namespace !== 'default') {
        return failure({ code: 403, message: `no access to namespace "${namespace}"`, reason: 'Forbidden' });
      }
      return next();
    });
    routes.route(`${base}/receivers`, receiverTestRoutes(deps));
    routes.route(`${base}/receivers`, receiverRoutes(deps, served));
    routes.route(
      `${base}/routingtrees`,
      routingTreeRoutes({ served, ...deps, receivers: deps.store, timeIntervals: deps.muteTimings })
    );
    routes.route(`${base}/timeintervals`, timeIntervalRoutes(served, deps.muteTimings));
  }
  routes.all('*', (c) => notBuiltAnswer(c.req.method, c.req.path) ?? noSuchResource());
  return routes;
}
