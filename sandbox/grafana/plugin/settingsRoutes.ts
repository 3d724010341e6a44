import { Hono } from 'hono';

import { opensBy } from '../access';
import type { GrafanaEnv } from '../context';
import { asObject, isObject, jsonBody } from '../requestBody';
import { slug } from '../slug';
import type { PluginManifest } from './manifest';
import type { SettingsStore } from './settingsStore';

/** `/api/plugins/:id/settings`. */
export function pluginSettingsRoutes(plugin: PluginManifest | undefined, settings: SettingsStore): Hono<GrafanaEnv> {
  const routes = new Hono<GrafanaEnv>();

  routes.use('/:id/settings', async (c, next) => {
    if (c.req.param('id') !== plugin?.id) {
      return c.json({ message: 'Plugin not found, no installed plugin with that id' }, 404);
    }
    return next();
  });

  routes.get('/:id/settings', (c) => (plugin ? c.json(shownSettings(plugin, settings)) : c.notFound()));

  routes.post('/:id/settings', opensBy([['plugins:write']], 'plugins:write'), async (c) => {
    const body = await jsonBody(c);
    if (!body) {
      return c.json({ message: 'bad request data' }, 400);
    }
    const secrets = Object.entries(asObject(body.secureJsonData)).map(([name, secret]) => [name, String(secret)]);
    settings.set({
      enabled: body.enabled === true,
      pinned: body.pinned === true,
      jsonData: isObject(body.jsonData) ? body.jsonData : null,
      secureJsonData: Object.fromEntries(secrets) as Record<string, string>,
    });
    return c.json({ message: 'Plugin settings updated' });
  });

  return routes;
}

function shownSettings(plugin: PluginManifest, settings: SettingsStore) {
  const { enabled = false, pinned = false, jsonData = null, secureJsonData = {} } = settings.get() ?? {};
  const baseUrl = `public/plugins/${plugin.id}`;
  const includes = plugin.includes.map((include) => ({ component: '', uid: '', slug: slug(include.name), ...include }));
  const home = includes.find(({ type, defaultNav }) => type === 'page' && defaultNav);
  const set = Object.entries(secureJsonData).filter(([, secret]) => secret !== '');
  return {
    name: plugin.name,
    type: plugin.type,
    id: plugin.id,
    enabled,
    pinned,
    autoEnabled: false,
    module: `${baseUrl}/module.js`,
    baseUrl,
    info: shownInfo(plugin, baseUrl),
    includes,
    dependencies: {
      grafanaVersion: '*',
      plugins: [],
      extensions: { exposedComponents: [] },
      ...plugin.dependencies,
    },
    extensions: {
      addedLinks: [],
      addedComponents: [],
      exposedComponents: [],
      extensionPoints: [],
      addedFunctions: [],
      ...plugin.extensions,
    },
    jsonData,
    secureJsonFields: Object.fromEntries(set.map(([name]) => [name, true])),
    defaultNavUrl: home ? `/plugins/${plugin.id}/page/${home.slug}` : '',
    latestVersion: '',
    hasUpdate: false,
    state: '',
    signature: 'unsigned',
    signatureType: '',
    signatureOrg: '',
    angularDetected: false,
    loadingStrategy: 'script',
    // A plugin without languages has no such field.
    ...(plugin.languages.length > 0 && { translations: translationsOf(plugin, baseUrl) }),
  };
}

/** Where a page finds the texts of each language. */
function translationsOf({ id, languages }: PluginManifest, baseUrl: string): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [language, `${baseUrl}/locales/${language}/${id}.json`]));
}

function shownInfo({ info }: PluginManifest, baseUrl: string) {
  const logos = Object.entries(asObject(info.logos)).map(([size, file]) => [size, `${baseUrl}/${String(file)}`]);
  return {
    description: '',
    links: null,
    build: {},
    screenshots: null,
    keywords: null,
    ...info,
    logos: Object.fromEntries(logos) as unknown,
  };
}
