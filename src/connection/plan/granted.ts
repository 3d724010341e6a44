import { sha1Of } from '../hash';

/**
 * Whether somebody holds a permission: for this scope (`folders:uid:x`), or without one for at least one object.
 * Where Grafana told no scopes, every scope counts as held.
 */
export type Granted = (action: string, scope?: string) => boolean;

/** Actions with their scopes, as Grafana lists them for whoever asks (state.json, "user permissions (editor)"). */
export type Permissions = Readonly<Record<string, readonly string[]>>;

/** Answers from the list of Grafana. An action without an object stands there with the scope ''. */
export function grantedBy(permissions: Permissions): Granted {
  return (action, scope) => {
    const held = Object.hasOwn(permissions, action) ? permissions[action] : undefined;
    return held !== undefined && (scope === undefined || held.some((one) => covers(one, scope)));
  };
}

function covers(held: string, wanted: string): boolean {
  return held === '' || held === wanted || (held.endsWith('*') && wanted.startsWith(held.slice(0, -1)));
}

/** What opens Grafana's doors, where that changed from version to version. */
export interface Doors {
  /** The provisioning API takes rights on single contact points, too; 12.x knows `alert.notifications:write` alone. */
  takeReceiverRights: boolean;
  /** Only managers of a contact point change the address it sends to, and Admins. */
  protectAddresses: boolean;
}

/**
 * Where each began: docs/facts.md#permissions and #contact-points. 12.3.1 to 12.4 protect addresses in the app platform,
 * through which editable contact points are changed, and in the provisioning API from some later release on.
 *
 * @param version as Grafana tells it, for example `12.4.0`
 */
export function doorsOf(version: string): Doors {
  const [major = 0, minor = 0, patch = 0] = version.split(/[.+-]/).map(Number);
  return {
    takeReceiverRights: major >= 13,
    protectAddresses: major >= 13 || (major === 12 && (minor >= 4 || (minor === 3 && patch >= 1))),
  };
}

/** The doors of 12.x, for whoever does not know the version. */
export const OLDEST_DOORS: Doors = doorsOf('12.3.0');

/** A contact point's name in another alphabet, by which rights and the app platform know it (app-platform.json, "rename changes the name"). */
export function receiverUid(name: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(name));
  return btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** Longest name of an object that Grafana keeps rights on. */
const LONGEST_ID = 40;

/** What rights on a contact point are rights on; one with a long name goes by a hash there (docs/facts.md#permissions). */
export function receiverScope(name: string): string {
  const uid = receiverUid(name);
  return `receivers:uid:${uid.length > LONGEST_ID ? sha1Of(uid) : uid}`;
}
