import type { Clock } from '../../../clock';
import type { Folders, GrafanaVersion, SignedInUser } from '../../context';
import { shortUid } from '../../ids';

export interface Folder {
  id: number;
  uid: string;
  title: string;
  /** The folder that it lies in; undefined at the top. */
  parentUid?: string;
  createdBy: string;
  created: number;
  updatedBy: string;
  updated: number;
  version: number;
}

export interface FolderStore extends Folders {
  get(uid: string): Folder | undefined;
  all(): Folder[];
  create(folder: { uid?: string; title: string; parentUid?: string }, user: SignedInUser): Folder;
  /** The folders directly in it; undefined: those at the top. */
  children(uid: string | undefined): Folder[];
  /** The folders below it, however deep. */
  descendants(uid: string): Folder[];
  /** The folders that it lies in, from the top down. */
  ancestors(uid: string): Folder[];
  rename(uid: string, title: string, user: SignedInUser): Folder | undefined;
  remove(uid: string): void;
  save(): Folder[];
  load(folders: Folder[]): void;
}

export function createFolderStore(clock: Clock, version: GrafanaVersion): FolderStore {
  let folders = new Map<string, Folder>();
  let made = 0;
  // From 12.4 on folders live in the new storage: large ids, and the author of a change is not told.
  const isLegacy = version === '12.3.0';
  const [firstId, idStep] = isLegacy ? [0, 1] : [3_161_575_858_925_568, 151_000_000];

  const children = (uid: string | undefined) => [...folders.values()].filter(({ parentUid }) => parentUid === uid);
  const descendants = (uid: string): Folder[] => children(uid).flatMap((child) => [child, ...descendants(child.uid)]);

  function ancestors(uid: string): Folder[] {
    const parent = folders.get(folders.get(uid)?.parentUid ?? '');
    return parent ? [...ancestors(parent.uid), parent] : [];
  }

  return {
    get: (uid) => folders.get(uid),
    all: () => [...folders.values()],
    children,
    descendants,
    ancestors,
    create({ uid = shortUid(), title, parentUid }, user) {
      made += 1;
      const now = clock.now();
      const folder: Folder = {
        id: firstId + made * idStep,
        uid,
        title,
        ...(parentUid && { parentUid }),
        createdBy: user.login,
        created: now,
        updatedBy: isLegacy ? user.login : 'Anonymous',
        updated: now,
        version: 1,
      };
      folders.set(uid, folder);
      return folder;
    },
    rename(uid, title, user) {
      const folder = folders.get(uid);
      if (!folder) {
        return undefined;
      }
      const updatedBy = isLegacy ? user.login : folder.updatedBy;
      const renamed = { ...folder, title, updatedBy, updated: clock.now(), version: folder.version + 1 };
      folders.set(uid, renamed);
      return renamed;
    },
    remove: (uid) => void folders.delete(uid),
    save: () => [...folders.values()],
    load(saved) {
      folders = new Map(saved.map((folder) => [folder.uid, folder]));
      made = Math.max(0, ...saved.map(({ id }) => Math.ceil((id - firstId) / idStep)));
    },
  };
}
