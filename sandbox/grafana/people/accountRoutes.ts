import { Hono } from 'hono';

import type { Folders, GrafanaEnv, GrafanaVersion } from '../context';
import type { ReceiverStore } from '../receivers/store';
import { permissionsOf } from './permissions';

interface AccountDeps {
  version: GrafanaVersion;
  store: ReceiverStore;
  folders: Folders;
  dataSourceUids: string[];
  protectsAddresses: boolean;
}

/** What a page asks about the person who looks at it. */
export function accountRoutes(deps: AccountDeps): Hono<GrafanaEnv> {
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

  routes.get('/org', (c) => c.json({ id: 1, name: 'Main Org.' }));

  routes.get('/user/orgs', (c) => c.json([{ orgId: 1, name: 'Main Org.', role: c.get('user').role }]));

  routes.get('/access-control/user/permissions', (c) => c.json(permissionsOf(c.get('user'), deps)));

  return routes;
}
