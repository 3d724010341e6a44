import type { Clock } from '../../../clock';
import { hasRole } from '../../access';
import type { SignedInUser } from '../../context';
import type { FolderStore } from './folderStore';

/**
 * Grafana keeps what it knows of a user's permissions for a minute, so that a folder which somebody else has just made
 * answers 403 for a while (folders.json, alert-rules.json). Its author's permissions are read anew at once.
 */
const CACHED_MS = 60_000;

export interface FolderAccess {
  /** To be called with every request: what the user may see is read when it is older than a minute. */
  noteRequest(user: SignedInUser | undefined): void;
  canSee(user: SignedInUser, folderUid: string): boolean;
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

  return {
    noteRequest(user) {
      if (user) {
        seenBy(user);
      }
    },
    canSee: (user, folderUid) => hasRole(user.role, 'Admin') || sees(user, folderUid),
    forget: (user) => void cached.delete(user.login),
    forgetAll: () => cached.clear(),
  };
}
