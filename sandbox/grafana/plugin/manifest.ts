import { z } from 'zod';

const route = z.object({
  path: z.string(),
  method: z.string().optional(),
  reqRole: z.enum(['Viewer', 'Editor', 'Admin']).optional().catch(undefined),
  url: z.string().default(''),
  headers: z.array(z.object({ name: z.string(), content: z.string() })).default([]),
});

const include = z.object({
  type: z.string(),
  name: z.string(),
  path: z.string().default(''),
  role: z.string().default('Viewer'),
  icon: z.string().default(''),
  addToNav: z.boolean().default(false),
  defaultNav: z.boolean().default(false),
});

/** The parts of a plugin.json that the stand-in reads. */
const manifest = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string().default('app'),
  info: z.looseObject({}).default({}),
  languages: z.array(z.string()).default([]),
  includes: z.array(include).default([]),
  dependencies: z.looseObject({}).default({}),
  extensions: z.looseObject({}).default({}),
  routes: z.array(route).default([]),
});

export type PluginManifest = z.infer<typeof manifest>;
export type PluginRoute = z.infer<typeof route>;

/** Reads a parsed plugin.json; throws with zod's words when it is none. */
export function readManifest(content: unknown): PluginManifest {
  const read = manifest.parse(content);
  return JSON.parse(JSON.stringify(read).replaceAll('%PLUGIN_ID%', read.id)) as PluginManifest;
}
