/// <reference types="systemjs" />
import type { AppPlugin, AppPluginMeta } from '@grafana/data';
import 'systemjs/dist/system.js';
import 'systemjs/dist/extras/amd.js';
import { loadTexts } from '../language/loadTexts';
import { inGrafana } from '../services/subPath';
import { sharedLibraries } from './sharedLibraries';

registerSharedLibraries();

/** Marked as modules they are not copied, and so show what a host sets later, such as `PluginPage`. */
function registerSharedLibraries(): void {
  const imports: Record<string, string> = {};
  for (const [name, library] of Object.entries(sharedLibraries)) {
    imports[name] = `package:${name}`;
    System.set(`package:${name}`, Object.defineProperty(library, Symbol.toStringTag, { value: 'Module' }));
  }
  System.addImportMap({ imports });
}

interface PluginExports {
  plugin?: AppPlugin;
}

type PluginModule = PluginExports & { __useDefault?: boolean; default: PluginExports | Promise<PluginExports> };

const loaded = new Map<string, Promise<AppPlugin>>();

/** Loads the module of an app once and hands it the current settings. Throws when it has no plugin in it. */
export async function loadPlugin(meta: AppPluginMeta): Promise<AppPlugin> {
  const address = inGrafana(`/${meta.module}?_cache=${encodeURIComponent(meta.info.version)}`);
  const loading = loaded.get(address) ?? loadTexts(meta).then(() => importPlugin(address));
  loaded.set(address, loading);
  const plugin = await loading;
  plugin.init(meta);
  plugin.meta = meta;
  return plugin;
}

async function importPlugin(address: string): Promise<AppPlugin> {
  const module = (await System.import(address)) as PluginModule;
  // A module that waits for something at its top level exports a promise of what it exports.
  const { plugin } = module.__useDefault ? await module.default : module;
  if (!plugin) {
    throw new Error(`${address} does not export a plugin.`);
  }
  return plugin;
}
