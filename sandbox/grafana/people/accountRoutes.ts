import { Hono } from 'hono';

import type { GrafanaEnv } from '../context';
import { permissionsOf, type PermissionDeps } from './permissions';

/** What a page asks about the person who looks at it. */
export function accountRoutes(deps: PermissionDeps, organisation: string): Hono<GrafanaEnv> {
  const routes = new Hono<GrafanaEnv>();

  routes.get('/user', (c) => {
    const { id, uid, login, name, email, role } = c.get('user');
    const isGrafanaAdmin = login === 'admin' && role === 'Admin';
    return c.json({
      id,
      uid,
      email,
      name,
      login,
      theme: '',
      orgId: 1,
      isGrafanaAdmin,
      isDisabled: false,
    });
  });

  routes.get('/org', (c) => c.json({ id: 1, name: organisation }));

  routes.get('/user/orgs', (c) => c.json([{ orgId: 1, name: organisation, role: c.get('user').role }]));

  routes.get('/access-control/user/permissions', (c) => c.json(permissionsOf(c.get('user'), deps)));

  return routes;
}
