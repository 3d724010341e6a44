import type { Clock } from '../../../clock';
import type { May, SignedInUser } from '../../context';
import type { FolderStore } from './folderStore';

/**
 * Grafana keeps what it knows of a user's permissions for a minute, so that a folder which somebody else has just made
 * answers 403 for a while (folders.json, alert-rules.json). Its author's permissions are read anew at once.
 */
const CACHED_MS = 60_000;

/** Who asks, and with which rights; a Hono context has both. */
export interface Asker {
  get(key: 'user'): SignedInUser;
  get(key: 'may'): May;
}

/** A right on this is one on all folders, and on those that are still to come. */
const ANY_FOLDER = 'folders:uid:*';

export const folderScope = (folderUid: string) => `folders:uid:${folderUid}`;

export interface FolderAccess {
  /** To be called with every request: what the user may see is read when it is older than a minute. */
  noteRequest(user: SignedInUser | undefined): void;
  /** Whether who asks holds each of these rights on the folder or on one that it lies in. */
  may(asker: Asker, folderUid: string, ...actions: string[]): boolean;
  /** Folders and the rules in them. */
  seesRules(asker: Asker, folderUid: string): boolean;
  forget(user: SignedInUser): void;
  forgetAll(): void;
}

export function createFolderAccess(clock: Clock, folders: FolderStore): FolderAccess {
  const cached = new Map<string, { at: number; uids: Set<string> }>();

  function seenBy(user: SignedInUser): Set<string> {
    const known = cached.get(user.login);
    if (known && clock.now() - known.at < CACHED_MS) {
      return known.uids;
    }
    const uids = new Set(folders.all().map(({ uid }) => uid));
    cached.set(user.login, { at: clock.now(), uids });
    return uids;
  }

  /** A folder hands its permissions down to those below it. */
  function sees(user: SignedInUser, folderUid: string): boolean {
    const seen = seenBy(user);
    return seen.has(folderUid) || folders.ancestors(folderUid).some(({ uid }) => seen.has(uid));
  }

  function holds(asker: Asker, folderUid: string, action: string): boolean {
    const may = asker.get('may');
    if (may(action, ANY_FOLDER) || !sees(asker.get('user'), folderUid)) {
      return may(action, ANY_FOLDER);
    }
    const places = [folderUid, ...folders.ancestors(folderUid).map(({ uid }) => uid)];
    // Who had which right on a folder that went within the minute is not kept here: it is not found rather than denied.
    return !folders.get(folderUid) || places.some((uid) => may(action, folderScope(uid)));
  }

  const may: FolderAccess['may'] = (asker, folderUid, ...actions) =>
    actions.every((action) => holds(asker, folderUid, action));

  return {
    noteRequest(user) {
      if (user) {
        seenBy(user);
      }
    },
    may,
    seesRules: (asker, folderUid) => may(asker, folderUid, 'folders:read', 'alert.rules:read'),
    forget: (user) => void cached.delete(user.login),
    forgetAll: () => cached.clear(),
  };
}
