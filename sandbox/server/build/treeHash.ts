import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** One hash over the names and contents of all files under these paths; a path that does not exist counts as empty. */
export async function treeHash(paths: string[], ignore: (file: string) => boolean = () => false): Promise<string> {
  const files = (await Promise.all(paths.map(listFiles))).flat().filter((file) => !ignore(file));
  const hash = createHash('sha256');
  const contents = await Promise.all(files.map((file) => readFile(file)));
  files.forEach((file, index) =>
    hash
      .update(file)
      .update('\0')
      .update(contents[index] ?? '')
      .update('\0')
  );
  return hash.digest('hex').slice(0, 16);
}

async function listFiles(root: string): Promise<string[]> {
  const info = await stat(root).catch(() => undefined);
  if (!info) {
    return [];
  }
  if (info.isFile()) {
    return [root];
  }
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
