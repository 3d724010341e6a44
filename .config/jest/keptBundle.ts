import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = process.cwd();

/** What the bundles for tests have in common. */
export const ONE_FILE = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  minifySyntax: true,
  logLevel: 'error',
} as const;

/**
 * A folder of the cache, filled again only where `inputs` or the installed packages have changed. What has not been
 * written to its end is not taken for whole, and of several runs that begin at once the first to end it is believed.
 */
export async function makeAnew(
  name: string,
  inputs: Array<string | Buffer>,
  fill: (folder: string) => Promise<void>
): Promise<void> {
  const folder = join(root, '.cache', name);
  const common = ['package-lock.json', '.config/jest/keptBundle.ts'].map((file) => readFileSync(join(root, file)));
  const hash = createHash('sha256');
  [...common, ...inputs].forEach((input) => hash.update(input));
  const key = hash.digest('hex');
  const keyFile = join(folder, 'key');
  const isMade = () => existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key;
  if (isMade()) {
    return;
  }
  mkdirSync(join(root, '.cache'), { recursive: true });
  const unfinished = mkdtempSync(`${folder}.`);
  await fill(unfinished);
  writeFileSync(join(unfinished, 'key'), key);
  if (isMade()) {
    rmSync(unfinished, { recursive: true });
    return;
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}
