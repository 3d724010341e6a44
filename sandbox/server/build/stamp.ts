import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheDirectory, projectRoot } from './paths';
import { treeHash } from './treeHash';

const stampFile = path.join(cacheDirectory, 'plugin-sources');
/** All that a build is made of; the packages stand for themselves in the lock file. */
const sources = [
  ...['src', '.config/webpack', '.config/package/notices.ts', 'package.json', 'package-lock.json'],
  ...['CHANGELOG.md', 'LICENSE'],
].map((name) => path.join(projectRoot, name));

const hashOfSources = () => treeHash(sources, (file) => file.includes('.test.'));

/** Whether dist/ was made of the sources as they are now. */
export async function isStamped(): Promise<boolean> {
  const stamp = await readFile(stampFile, 'utf8').catch(() => '');
  return stamp === (await hashOfSources());
}

/** Writes down what dist/ has just been made of. */
export async function writeStamp(): Promise<void> {
  await mkdir(cacheDirectory, { recursive: true });
  await writeFile(stampFile, await hashOfSources());
}

export const removeStamp = () => rm(stampFile, { force: true });
