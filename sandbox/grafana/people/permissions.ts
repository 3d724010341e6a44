import { hasRole } from '../access';
import type { Folders, GrafanaVersion, May, OrgRole, SignedInUser } from '../context';
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
  const scopesOf = scopesNow(user, deps);
  const actions = [...grantedTo(user.role, deps).keys(), ...Object.keys(user.permissions ?? {})];
  const granted = actions.map((action): [string, string[]] => [action, [...new Set(scopesOf(action))]]);
  return Object.fromEntries(granted.filter(([action, scopes]) => scopes.length > 0 || user.permissions?.[action]));
}

/** The same as a question; a scope that ends in a star covers all that begin like it, '' all. */
export function mayOf(user: SignedInUser, deps: PermissionDeps): May {
  const scopesOf = scopesNow(user, deps);
  const covers = (held: string, wanted: string) =>
    held === '' || held === wanted || (held.endsWith('*') && wanted.startsWith(held.slice(0, -1)));
  return (action, scope) => scopesOf(action).some((held) => scope === undefined || covers(held, scope));
}

type Grants = ReadonlyMap<string, readonly string[]>;

const grants = new Map<string, Grants>();

/** What a role holds, as action → forms of scopes. It is asked for with every request and never changes. */
function grantedTo(role: OrgRole, { version, protectsAddresses }: PermissionDeps): Grants {
  const key = [role, version, protectsAddresses].join();
  const known = grants.get(key) ?? readTables(role, version, protectsAddresses);
  grants.set(key, known);
  return known;
}

function readTables(role: OrgRole, version: GrafanaVersion, protectsAddresses: boolean): Grants {
  const is12_3 = version === '12.3.0';
  const tables = [
    ...(hasRole(role, 'Viewer') ? [VIEWER] : []),
    ...(hasRole(role, 'Editor') ? [EDITOR_MORE] : []),
    MANAGED,
    ...(hasRole(role, 'Editor') ? [] : [MANAGED_WITHOUT_ROLE]),
    ...(hasRole(role, 'Admin') ? [ADMIN_MORE] : []),
    ...(version === '13.2.1' && hasRole(role, 'Viewer') ? [DEFAULT_TREE_VIEWER] : []),
    ...(version === '13.2.1' && hasRole(role, 'Editor') ? [DEFAULT_TREE_EDITOR] : []),
    ...(is12_3 && hasRole(role, 'Viewer') ? [ONLY_IN_12_3] : []),
  ];
  const isAdmins = (action: string) => version === '13.2.1' && ADMINS_OWN_FROM_13.has(action);
  const granted = new Map<string, string[]>();
  for (const [forms, actions] of tables.flatMap((table) => Object.entries(table))) {
    for (const action of actions.split(' ')) {
      if (
        !(isAdmins(action) && role !== 'Admin') &&
        !(is12_3 && NOT_IN_12_3.has(action) && !(protectsAddresses && action === PROTECTED))
      ) {
        granted.set(action, [...(granted.get(action) ?? []), ...forms.split(' ')]);
      }
    }
  }
  return granted;
}

/** Which scopes of an action somebody holds as of now, whatever is made later. */
function scopesNow(user: SignedInUser, deps: PermissionDeps): (action: string) => string[] {
  // What comes from a file was made by nobody, and those who are not signed in have no name either.
  const isOwn = ({ createdBy }: { createdBy?: string }) => createdBy !== '' && createdBy === user.login;
  const folders = deps.folders.all();
  const receivers = made(deps.store);
  const now: Record<string, string[]> = {
    '{folders}': folders.map(({ uid }) => `folders:uid:${uid}`),
    '{ownFolders}': folders.filter(isOwn).map(({ uid }) => `folders:uid:${uid}`),
    '{dataSources}': deps.dataSourceUids.map((uid) => `datasources:uid:${uid}`),
    '{receivers}': receivers.map(({ name }) => receiverScope(name)),
    '{ownReceivers}': receivers.filter(isOwn).map(({ name }) => receiverScope(name)),
  };
  const granted = grantedTo(user.role, deps);
  return (action) => [
    ...(granted.get(action) ?? []).flatMap((form) => now[form] ?? [form]),
    ...(user.permissions?.[action] ?? []),
  ];
}

/** Contact points that somebody made have permissions of their own, those that came with Grafana have not. */
function made(store: ReceiverStore): StoredReceiver[] {
  return store.receivers().filter(({ createdBy }) => createdBy !== undefined);
}
