import { hasRole } from '../access';
import type { Folders, GrafanaVersion, SignedInUser } from '../context';
import { objectName } from '../platform/receiverObject';
import type { ReceiverStore, StoredReceiver } from '../receivers/store';
import { ADMIN_MORE, EDITOR_MORE, NOT_IN_12_3, ONLY_IN_12_3, VIEWER } from './permissionTable';

interface PermissionDeps {
  version: GrafanaVersion;
  store: ReceiverStore;
  folders: Folders;
  dataSourceUids: string[];
  protectsAddresses: boolean;
}

const PROTECTED = 'alert.notifications.receivers.protected:write';

/** The answer of `GET /api/access-control/user/permissions`: action → scopes. */
export function permissionsOf(user: SignedInUser, deps: PermissionDeps): Record<string, string[]> {
  const is12_3 = deps.version === '12.3.0';
  const tables = [
    VIEWER,
    ...(hasRole(user.role, 'Editor') ? [EDITOR_MORE] : []),
    ...(hasRole(user.role, 'Admin') ? [ADMIN_MORE] : []),
    ...(is12_3 ? [ONLY_IN_12_3] : []),
  ];
  const granted: Record<string, string[]> = {};
  for (const [forms, actions] of tables.flatMap((table) => Object.entries(table))) {
    const scopes = scopesOf(forms, user, deps);
    for (const action of actions.split(' ')) {
      if (
        scopes.length > 0 &&
        !(is12_3 && NOT_IN_12_3.has(action) && !(deps.protectsAddresses && action === PROTECTED))
      ) {
        granted[action] = [...new Set([...(granted[action] ?? []), ...scopes])];
      }
    }
  }
  return granted;
}

function scopesOf(forms: string, user: SignedInUser, deps: PermissionDeps): string[] {
  return forms.split(' ').flatMap((form) => {
    switch (form) {
      case '{folders}':
        return deps.folders.all().map(({ uid }) => `folders:uid:${uid}`);
      case '{dataSources}':
        return deps.dataSourceUids.map((uid) => `datasources:uid:${uid}`);
      case '{receivers}':
        return made(deps.store).map(scope);
      case '{ownReceivers}':
        return made(deps.store)
          .filter(({ createdBy }) => createdBy === user.login)
          .map(scope);
      default:
        return [form];
    }
  });
}

/** Contact points that somebody made have permissions of their own, those that came with Grafana have not. */
function made(store: ReceiverStore): StoredReceiver[] {
  return store.receivers().filter(({ createdBy }) => createdBy !== undefined);
}

function scope({ name }: StoredReceiver): string {
  return `receivers:uid:${objectName(name)}`;
}
