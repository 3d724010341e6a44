import type { OrgRole, SignedInUser } from '../context';
import { hashOf, newServiceAccountToken, newSession } from './tokens';

export interface Login {
  login: string;
  password: string;
  role: OrgRole;
  name?: string;
  email?: string;
  permissions?: SignedInUser['permissions'];
}

export interface ServiceAccount {
  id: number;
  name: string;
  login: string;
  role: OrgRole;
  isDisabled: boolean;
  permissions?: SignedInUser['permissions'];
  tokens: Array<{ id: number; name: string; hash: string; created: string }>;
}

export interface SavedPeople {
  serviceAccounts: ServiceAccount[];
  /** Hash of the session's cookie → login. */
  sessions: Record<string, string>;
  lastId: number;
  /** Whom somebody let in or gave other rights while it ran. */
  persons?: Array<Login & { id: number }>;
}

export const DEFAULT_USERS: Login[] = [
  { login: 'admin', password: 'admin', role: 'Admin' },
  { login: 'editor', password: 'editorpass', role: 'Editor' },
  { login: 'viewer', password: 'viewerpass', role: 'Viewer' },
];

function userUid(login: string): string {
  return `a0${hashOf(login).slice(0, 12)}`;
}

export type People = ReturnType<typeof createPeople>;

export function createPeople(users: Login[], now: () => number) {
  let state: SavedPeople = { serviceAccounts: [], sessions: {}, lastId: users.length };

  function nextId(): number {
    state.lastId += 1;
    return state.lastId;
  }

  /** Whoever was let in stands before, and in the place of, the one of that login with whom it started. */
  function logins(): Array<Login & { id: number }> {
    const persons = state.persons ?? [];
    const first = users.map((user, index) => ({ ...user, id: index + 1 }));
    return [...persons, ...first.filter(({ login }) => !persons.some((person) => person.login === login))];
  }

  function userOf(login: string | undefined): SignedInUser | undefined {
    const user = logins().find((one) => one.login === login);
    return (
      user && {
        id: user.id,
        uid: userUid(user.login),
        login: user.login,
        name: user.name ?? user.login,
        email: user.email ?? `${user.login}@localhost`,
        role: user.role,
        kind: 'user',
        ...(user.permissions && { permissions: user.permissions }),
      }
    );
  }

  function addServiceAccount(name: string, role: OrgRole, isDisabled = false): ServiceAccount {
    const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    const account = { id: nextId(), name, login: `sa-1-${slug}`, role, isDisabled, tokens: [] };
    state.serviceAccounts.push(account);
    return account;
  }

  // Ready for the plugin's token: an administrator only has to add one.
  addServiceAccount('plugin', 'Editor');

  return {
    withPassword(login: string, password: string): SignedInUser | undefined {
      const known = logins().find((user) => user.login === login && user.password === password);
      return known && userOf(known.login);
    },
    withSession: (session: string) => userOf(state.sessions[hashOf(session)]),
    withToken(token: string): SignedInUser | undefined {
      const hash = hashOf(token);
      const account = state.serviceAccounts.find(({ tokens }) => tokens.some((known) => known.hash === hash));
      if (!account || account.isDisabled) {
        return undefined;
      }
      const { id, login, name, role, permissions } = account;
      const uid = userUid(login);
      return { id, uid, login, name, email: '', role, kind: 'service-account', ...(permissions && { permissions }) };
    },
    startSession(user: SignedInUser): string {
      const session = newSession();
      state.sessions[hashOf(session)] = user.login;
      return session;
    },
    endSession(session: string) {
      delete state.sessions[hashOf(session)];
    },
    serviceAccounts: () => state.serviceAccounts,
    addServiceAccount,
    addToken(account: ServiceAccount, name: string): { id: number; name: string; key: string } {
      const key = newServiceAccountToken();
      const id = nextId();
      account.tokens.push({ id, name, hash: hashOf(key), created: new Date(now()).toISOString() });
      return { id, name, key };
    },
    /** Lets somebody in, or gives somebody another role and other permissions; whoever is known keeps the password. */
    letIn({ login, role, permissions }: Pick<Login, 'login' | 'role' | 'permissions'>) {
      const known = logins().find((user) => user.login === login);
      const person = {
        ...(known ?? { id: nextId(), login, password: `${login}pass` }),
        ...{ role, permissions },
      };
      state.persons = [...(state.persons ?? []).filter((other) => other.login !== login), person];
    },
    save: () => structuredClone(state),
    load(saved: SavedPeople) {
      state = structuredClone(saved);
    },
  };
}
