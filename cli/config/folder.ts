import { FOLDER } from '../../src/connection/desired/objects';
import type { FolderChoice } from '../../src/connection/model';
import type { FolderEntry } from '../../src/connection/port/elsewhere';
import { pathsOf } from '../../src/connection/reading/folderPath';
import { failure, success, type Result } from '../../src/connection/result';
import type { CommonEntry } from './schema';

/** How the file names a folder: by the titles on the way to it, or by its uid. */
export type NamedFolder = { path: string } | { uid: string };

/** @param folder as it stands in the file */
export const namedFolder = (folder: NonNullable<CommonEntry['folder']>): NamedFolder =>
  typeof folder === 'string' ? { path: inOneForm(folder) } : folder;

/** Blanks around the strokes do not count. */
const inOneForm = (path: string) =>
  path
    .split('/')
    .map((title) => title.trim())
    .join(' / ');

/**
 * The folder that the file names, among all that a Grafana shows; undefined for the plugin's own. Why there is none, as a
 * sentence.
 */
export function findFolder(
  named: NamedFolder,
  folders: readonly FolderEntry[]
): Result<FolderChoice | undefined, string> {
  const found = pathsOf(folders).filter((one) =>
    'uid' in named ? one.uid === named.uid : inOneForm(one.path) === named.path
  );
  const [folder] = found;
  const isOwn = 'uid' in named ? named.uid === FOLDER.uid : named.path === FOLDER.title;
  if (isOwn && found.length < 2) {
    return success(folder && folder.uid !== FOLDER.uid ? folder : undefined);
  }
  const name = 'uid' in named ? `with the uid "${named.uid}"` : `"${named.path}"`;
  if (!folder) {
    return failure(`There is no folder ${name}, or the token may not see it. Create it in Grafana first.`);
  }
  return found.length > 1
    ? failure(`There are ${found.length} folders ${name}. Name the one that is meant as { uid: UID }.`)
    : success(folder);
}
