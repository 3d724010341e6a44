import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const NOTICES_FILE = 'THIRD-PARTY-NOTICES.txt';

interface Terms {
  accepted: ReadonlySet<string>;
  /** Whether each library has to bring the text of its licence along. */
  needsText: boolean;
}

/** Terms under which a library may be part of an Apache-2.0 plugin. A library under others stops the build. */
const PLUGIN_TERMS: Terms = {
  accepted: new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD']),
  needsText: true,
};

/** The page that hosts plugins has Grafana's font as well, and all that Grafana's components ask for. */
export const PAGE_TERMS: Terms = {
  accepted: new Set([...PLUGIN_TERMS.accepted, 'OFL-1.1', 'CC0-1.0', 'Unlicense', '(MPL-2.0 OR Apache-2.0)']),
  needsText: false,
};

interface Library {
  name: string;
  version: string;
  terms: string;
  text: string;
}

/** The libraries that files belong to, in order of their names. Throws where a licence has not been looked at. */
export function librariesOf(files: readonly string[], terms: Terms = PLUGIN_TERMS): Library[] {
  const folders = files.map((file) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0]);
  return [...new Set(folders)]
    .filter((folder) => folder !== undefined)
    .map((folder) => readLibrary(folder, terms))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function readLibrary(folder: string, { accepted, needsText }: Terms): Library {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const { name = '', version = '', license = 'no terms' } = manifest;
  if (!accepted.has(license)) {
    throw new Error(`${name} is under ${license}, which nobody has looked at: see .config/package/notices.ts`);
  }
  const notice = readdirSync(folder).find((file) => /^(licen[cs]e|copying)/i.test(file));
  if (!notice && needsText) {
    throw new Error(`${name} (${license}) brings no text of its licence along.`);
  }
  const text = notice ? readFileSync(path.join(folder, notice), 'utf8') : 'Its package brings no text of them along.';
  return { name, version, terms: license, text };
}

export function renderNotices(what: string, libraries: readonly Library[]): string {
  const parts = libraries.map(({ name, version, terms, text }) => {
    const title = `${name} ${version} (${terms})`;
    return `${title}\n${'-'.repeat(title.length)}\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
  });
  return [`Libraries that are part of this ${what}, and their terms.\n`, ...parts].join('\n');
}
