import { hasRole } from '../access';
import type { Folders, GrafanaVersion, May, SignedInUser } from '../context';
import { receiverScope } from '../receivers/managers';
import type { ReceiverStore, StoredReceiver } from '../receivers/store';
import {
  ADMIN_MORE,
  ADMINS_OWN_FROM_13,
  DEFAULT_TREE_EDITOR,
  DEFAULT_TREE_VIEWER,
  EDITOR_MORE,
  NOT_IN_12_3,
  ONLY_IN_12_3,
  VIEWER,
  MANAGED,
  MANAGED_WITHOUT_ROLE,
} from './permissionTable';

export interface PermissionDeps {
  version: GrafanaVersion;
  store: ReceiverStore;
  folders: Folders;
  dataSourceUids: readonly string[];
  protectsAddresses: boolean;
}

const PROTECTED = 'alert.notifications.receivers.protected:write';

/** The answer of `GET /api/access-control/user/permissions`: action → scopes. */
export function permissionsOf(user: SignedInUser, deps: PermissionDeps): Record<string, string[]> {
  const is12_3 = deps.version === '12.3.0';
  const tables = [
    ...(hasRole(user.role, 'Viewer') ? [VIEWER] : []),
    ...(hasRole(user.role, 'Editor') ? [EDITOR_MORE] : []),
    MANAGED,
    ...(hasRole(user.role, 'Editor') ? [] : [MANAGED_WITHOUT_ROLE]),
    ...(hasRole(user.role, 'Admin') ? [ADMIN_MORE] : []),
    ...(deps.version === '13.2.1' && hasRole(user.role, 'Viewer') ? [DEFAULT_TREE_VIEWER] : []),
    ...(deps.version === '13.2.1' && hasRole(user.role, 'Editor') ? [DEFAULT_TREE_EDITOR] : []),
    ...(is12_3 && hasRole(user.role, 'Viewer') ? [ONLY_IN_12_3] : []),
  ];
  const isAdmins = (action: string) => deps.version === '13.2.1' && ADMINS_OWN_FROM_13.has(action);
  const granted: Record<string, string[]> = {};
  for (const [forms, actions] of tables.flatMap((table) => Object.entries(table))) {
    const scopes = scopesOf(forms, user, deps);
    for (const action of actions.split(' ')) {
      if (
        scopes.length > 0 &&
        !(isAdmins(action) && user.role !== 'Admin') &&
        !(is12_3 && NOT_IN_12_3.has(action) && !(deps.protectsAddresses && action === PROTECTED))
      ) {
        granted[action] = [...new Set([...(granted[action] ?? []), ...scopes])];
      }
    }
  }
  for (const [action, scopes] of Object.entries(user.permissions ?? {})) {
    granted[action] = [...new Set([...(granted[action] ?? []), ...scopes])];
  }
  return granted;
}

/** The same as a question; a scope that ends in a star covers all that begin like it, '' all. */
export function mayOf(user: SignedInUser, deps: PermissionDeps): May {
  const granted = permissionsOf(user, deps);
  const covers = (held: string, wanted: string) =>
    held === '' || held === wanted || (held.endsWith('*') && wanted.startsWith(held.slice(0, -1)));
  return (action, scope) => granted[action]?.some((held) => scope === undefined || covers(held, scope)) ?? false;
}

function scopesOf(forms: string, user: SignedInUser, deps: PermissionDeps): string[] {
  return forms.split(' ').flatMap((form) => {
    switch (form) {
      case '{folders}':
        return deps.folders.all().map(({ uid }) => `folders:uid:${uid}`);
      case '{ownFolders}':
        return deps.folders
          .all()
          .filter(({ createdBy }) => createdBy === user.login)
          .map(({ uid }) => `folders:uid:${uid}`);
      case '{dataSources}':
        return deps.dataSourceUids.map((uid) => `datasources:uid:${uid}`);
      case '{receivers}':
        return made(deps.store).map(({ name }) => receiverScope(name));
      case '{ownReceivers}':
        return made(deps.store)
          .filter(({ createdBy }) => createdBy === user.login)
          .map(({ name }) => receiverScope(name));
      default:
        return [form];
    }
  });
}

/** Contact points that somebody made have permissions of their own, those that came with Grafana have not. */
function made(store: ReceiverStore): StoredReceiver[] {
  return store.receivers().filter(({ createdBy }) => createdBy !== undefined);
}
