import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { packPlugin } from './archive';

/** `npm run package`: the archive of the catalogue out of dist/, signed when `npm run sign` came before. */
try {
  const { name, bytes, files } = packPlugin('dist');
  writeFileSync(name, bytes);
  const digest = (method: string) => createHash(method).update(bytes).digest('hex');
  // The form in which the catalogue asks for them.
  writeFileSync(`${name}.md5`, digest('md5'));
  writeFileSync(`${name}.sha1`, digest('sha1'));
  const kind = existsSync('dist/MANIFEST.txt') ? 'signed' : 'unsigned';
  process.stdout.write(`${name}: ${kind}, ${files.length} files, ${(bytes.length / 1000).toFixed(0)} kB\n`);
  process.stdout.write(`sha256 ${digest('sha256')}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
