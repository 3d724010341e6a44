import { Hono } from 'hono';

import type { GrafanaEnv, GrafanaVersion, NotificationPolicy } from '../context';
import { contentHash } from '../ids';
import type { PolicyStore } from '../policies/store';
import { GROUP, type GroupVersion } from './groupVersion';
import { objectUid } from './receiverObject';
import { failure } from './status';

const NAME = 'user-defined';

interface Deps {
  served: GroupVersion;
  version: GrafanaVersion;
  policies: PolicyStore;
}

/** `…/namespaces/default/routingtrees`, for reading. From 13.2 on the default tree answers to two names (read, not recorded). */
export function routingTreeRoutes({ served, version, policies }: Deps): Hono<GrafanaEnv> {
  const names = version === '13.2.1' ? [NAME, 'default'] : [NAME];
  const routes = new Hono<GrafanaEnv>();
  const apiVersion = `${GROUP}/${served}`;

  function object() {
    const { routes: children = [], receiver, group_by, group_wait, group_interval, repeat_interval } = policies.tree();
    return {
      metadata: {
        name: NAME,
        namespace: 'default',
        uid: objectUid('RoutingTree', NAME),
        resourceVersion: contentHash(policies.tree()),
        annotations: { 'grafana.com/provenance': policies.provenance() || 'none' },
      },
      spec: {
        defaults: { receiver, group_by, group_wait, group_interval, repeat_interval },
        routes: children.map(route),
      },
    };
  }

  routes.get('/', (c) => c.json({ kind: 'RoutingTreeList', apiVersion, metadata: {}, items: [object()] }));
  routes.get('/:name', (c) =>
    names.includes(c.req.param('name'))
      ? c.json({ kind: 'RoutingTree', apiVersion, ...object() })
      : failure({ code: 404, message: 'routing tree not found', reason: 'NotFound' })
  );
  return routes;
}

interface PlatformRoute extends Omit<NotificationPolicy, 'object_matchers' | 'matchers' | 'routes'> {
  continue: boolean;
  matchers?: Array<{ type: string; label: string; value: string }>;
  routes?: PlatformRoute[];
}

function route({ object_matchers, matchers: _, routes, ...rest }: NotificationPolicy): PlatformRoute {
  return {
    ...rest,
    continue: rest.continue ?? false,
    matchers: object_matchers?.map(([label, type, value]) => ({ type, label, value })),
    routes: routes?.map(route),
  };
}
