import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Compilation, NormalModule, sources, type Compiler, type Module } from 'webpack';

export const NOTICES_FILE = 'THIRD-PARTY-NOTICES.txt';

/** Terms under which a library may be part of an Apache-2.0 plugin. A library under others stops the build. */
const ACCEPTED = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD']);

interface Library {
  name: string;
  version: string;
  terms: string;
  text: string;
}

/**
 * Writes name, version, terms and notice of each library that is part of the bundle, also of those whose modules webpack
 * has joined with others. Libraries that Grafana gives at run time are none of them.
 */
export class ThirdPartyNotices {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap(ThirdPartyNotices.name, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: ThirdPartyNotices.name, stage }, () => {
        const files = [...compilation.modules]
          .filter((module) => compilation.chunkGraph.getNumberOfModuleChunks(module) > 0)
          .flatMap(filesOf);
        compilation.emitAsset(NOTICES_FILE, new sources.RawSource(renderNotices(librariesOf(files))));
      });
    });
  }
}

/** The files behind a module; several where webpack has joined modules into one. */
function filesOf(module: Module): string[] {
  if (module instanceof NormalModule) {
    return [module.resource];
  }
  const { modules } = module as Module & { modules?: Iterable<Module> };
  return [...(modules ?? [])].flatMap(filesOf);
}

/** The libraries that files belong to, in order of their names. Throws where a licence has not been looked at. */
export function librariesOf(files: readonly string[]): Library[] {
  const folders = files.map((file) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0]);
  return [...new Set(folders)]
    .filter((folder) => folder !== undefined)
    .map(readLibrary)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function readLibrary(folder: string): Library {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const { name = '', version = '', license = 'no terms' } = manifest;
  if (!ACCEPTED.has(license)) {
    throw new Error(
      `${name} is under ${license}, which nobody has looked at: see .config/webpack/thirdPartyNotices.ts`
    );
  }
  const notice = readdirSync(folder).find((file) => /^(licen[cs]e|copying)/i.test(file));
  if (!notice) {
    throw new Error(`${name} (${license}) brings no text of its licence along.`);
  }
  return { name, version, terms: license, text: readFileSync(path.join(folder, notice), 'utf8') };
}

function renderNotices(libraries: readonly Library[]): string {
  const parts = libraries.map(({ name, version, terms, text }) => {
    const title = `${name} ${version} (${terms})`;
    return `${title}\n${'-'.repeat(title.length)}\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
  });
  return ['Libraries that are part of this plugin, and their terms.\n', ...parts].join('\n');
}
