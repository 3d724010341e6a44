import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SandboxProblem } from './problem';

export interface PluginManifest {
  id: string;
  name: string;
  [field: string]: unknown;
}

export interface InstalledPlugin {
  directory: string;
  manifest: PluginManifest;
}

/** Reads a built plugin, or that in `dist` of a project. Throws a SandboxProblem when there is none. */
export function readInstalledPlugin(given: string): InstalledPlugin {
  const isBuilt = (directory: string) =>
    ['plugin.json', 'module.js'].every((name) => existsSync(path.join(directory, name)));
  const directory = [given, path.join(given, 'dist')].map((name) => path.resolve(name)).find(isBuilt);
  if (directory === undefined) {
    throw new SandboxProblem(
      `There is no built plugin in ${given}: it needs a plugin.json and a module.js, there or in dist/ below it.`
    );
  }
  const manifest = JSON.parse(readFileSync(path.join(directory, 'plugin.json'), 'utf8')) as PluginManifest;
  return { directory, manifest };
}
