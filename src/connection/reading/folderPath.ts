import type { FolderEntry } from '../port/elsewhere';
import type { FolderChoice } from '../model';
import type { GrafanaPort } from '../port/grafanaPort';

/** Grafana lets folders lie four deep; more is a loop. */
const DEEPEST = 8;

/** A folder with the way to it, as far as this person may see it; its uid stands for a title that is hidden. */
export async function pathOfFolder(port: Pick<GrafanaPort, 'listFolders'>, uid: string): Promise<FolderChoice> {
  const seen: FolderEntry[] = [];
  let next: string | undefined = uid;
  while (next !== undefined && seen.length < DEEPEST) {
    const answer = await port.listFolders(next);
    const entry: FolderEntry | undefined = answer.ok ? answer.value[0] : undefined;
    if (entry) {
      seen.push(entry);
    }
    next = entry?.parentUid;
  }
  return choiceOf(uid, seen);
}

/** All of these folders with the ways to them, in the order of their paths. */
export function pathsOf(folders: readonly FolderEntry[]): FolderChoice[] {
  const byUid = new Map(folders.map((entry) => [entry.uid, entry]));
  return folders
    .map(({ uid }) => {
      const seen: FolderEntry[] = [];
      let entry = byUid.get(uid);
      while (entry && seen.length < DEEPEST) {
        seen.push(entry);
        entry = byUid.get(entry.parentUid ?? '');
      }
      return choiceOf(uid, seen);
    })
    .sort((a, b) => a.path.localeCompare(b.path));
}

/** `way` leads from the folder upwards. A parent that is hidden still hands its rights down. */
function choiceOf(uid: string, way: readonly FolderEntry[]): FolderChoice {
  const titles = way.map(({ title }) => title).reverse();
  const parents = way.flatMap(({ parentUid }) => parentUid ?? []);
  return { uid, path: titles.length > 0 ? titles.join(' / ') : uid, parents };
}
