import { readFileSync } from 'node:fs';
import path from 'node:path';

export const projectRoot = path.resolve(__dirname, '../..');
export const cacheDirectory = path.join(projectRoot, '.cache');
export const distDirectory = path.join(projectRoot, 'dist');
export const nodeModules = path.join(projectRoot, 'node_modules');

export interface PluginManifest {
  id: string;
  name: string;
  [field: string]: unknown;
}

/** The manifest of a built plugin, with its placeholders filled. */
export function readManifest(pluginDirectory: string): PluginManifest {
  return JSON.parse(readFileSync(path.join(pluginDirectory, 'plugin.json'), 'utf8')) as PluginManifest;
}
