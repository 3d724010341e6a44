import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const pluginId = 'irmconnect-setup-app';
const root = process.cwd();

/** Texts by their whole keys, plural forms each for itself. */
export type Texts = Readonly<Record<string, string>>;

interface Nested {
  [key: string]: string | Nested;
}

export const pathOf = (language: string, directory = path.join(root, 'src/locales')) =>
  path.join(directory, language, `${pluginId}.json`);

/** All texts of a file; none where it is missing. */
export function readTexts(file: string): Texts {
  return existsSync(file) ? flatten(JSON.parse(readFileSync(file, 'utf8')) as Nested) : {};
}

export function writeTexts(file: string, texts: Texts): void {
  writeWhole(file, `${JSON.stringify(nest(texts), null, 2)}\n`);
}

/** A file that is there before is there all the time, as it was or as it is to be. */
export function writeWhole(file: string, content: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}

/**
 * Reads the sources and writes their texts below a directory, one file a language.
 *
 * @returns what the reader could not make sense of, such as a key that is also the start of another
 */
export function extract(directory = path.join(root, 'src/locales')): string[] {
  const output = execFileSync(
    process.execPath,
    [
      path.join(root, 'node_modules/i18next-parser/bin/cli.js'),
      '--config',
      path.join(root, '.config/i18n/i18next-parser.config.mjs'),
      '--output',
      path.join(directory, '$LOCALE/$NAMESPACE.json'),
    ],
    { encoding: 'utf8', cwd: root }
  );
  return stripVTControlCharacters(output)
    .split('\n')
    .flatMap((line) => /\[warning\]\s*(.*)/.exec(line)?.[1] ?? [])
    .filter((warning) => !warning.startsWith('Options argument is a spread operator'));
}

function flatten(nested: Nested, start = ''): Texts {
  const texts: Record<string, string> = {};
  for (const [key, value] of Object.entries(nested)) {
    Object.assign(texts, typeof value === 'string' ? { [start + key]: value } : flatten(value, `${start}${key}.`));
  }
  return texts;
}

function nest(texts: Texts): Nested {
  const nested: Nested = {};
  for (const [key, text] of Object.entries(texts)) {
    const parents = key.split('.');
    const last = parents.pop() ?? key;
    let place = nested;
    for (const parent of parents) {
      const below = place[parent];
      place = place[parent] = typeof below === 'object' ? below : {};
    }
    place[last] = text;
  }
  return nested;
}
