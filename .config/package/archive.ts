import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync, type Zippable } from 'fflate';

interface Manifest {
  id: string;
  info: { version: string };
}

export interface Archive {
  /** `<id>-<version>.zip`, as the catalogue names archives. */
  name: string;
  bytes: Uint8Array;
  /** Paths within the archive, in its order. */
  files: string[];
}

/** The earliest moment that a zip can name, in whatever time zone it is packed. */
const NO_TIME = '1980-01-01 00:00:00';
/** A plain file that everybody may read, as Unix writes it into the attributes of a zip's entry. */
const READABLE = (0o100644 << 16) >>> 0;
const UNIX = 3;

/**
 * Packs a built plugin for the catalogue: one folder, named as the plugin. The same files make the same bytes, whenever
 * and wherever they are packed. Throws when `directory` holds no built plugin.
 */
export function packPlugin(directory: string): Archive {
  const { id, info } = readManifest(directory);
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
  const entries: Zippable = {};
  for (const file of files) {
    entries[`${id}/${file}`] = [
      readFileSync(path.join(directory, file)),
      { mtime: NO_TIME, os: UNIX, attrs: READABLE },
    ];
  }
  return { name: `${id}-${info.version}.zip`, bytes: zipSync(entries, { level: 9 }), files: Object.keys(entries) };
}

function readManifest(directory: string): Manifest {
  if (!['plugin.json', 'module.js'].every((name) => existsSync(path.join(directory, name)))) {
    throw new Error(`${directory} holds no built plugin: run "npm run build" first.`);
  }
  const text = readFileSync(path.join(directory, 'plugin.json'), 'utf8');
  if (/%[A-Z_]+%/.test(text)) {
    throw new Error(`${directory} holds sources instead of a built plugin: run "npm run build" first.`);
  }
  return JSON.parse(text) as Manifest;
}
