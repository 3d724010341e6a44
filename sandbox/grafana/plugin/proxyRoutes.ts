import { Hono } from 'hono';

import { answer, hasRole } from '../access';
import type { GrafanaEnv, SignedInUser } from '../context';
import type { PluginManifest, PluginRoute } from './manifest';
import { isPlainPath, matchRoute } from './routeMatch';
import type { PluginSettings, SettingsStore } from './settingsStore';
import { interpolate } from './template';

interface ProxyDeps {
  plugin: PluginManifest | undefined;
  settings: SettingsStore;
  send: typeof fetch;
}

/** `/api/plugin-proxy/:id/*`: requests that go on to where the plugin's routes point, with its secrets added. */
export function pluginProxyRoutes({ plugin, settings, send }: ProxyDeps): Hono<GrafanaEnv> {
  const routes = new Hono<GrafanaEnv>();
  const prefix = '/api/plugin-proxy/';

  routes.all('/*', async (c) => {
    const url = new URL(c.req.url);
    const [, id = '', path = ''] = /^([^/]+)\/?(.*)$/.exec(url.pathname.slice(prefix.length)) ?? [];
    if (!plugin || id !== plugin.id) {
      return answer(404, { message: 'Plugin not found, no installed plugin with that id' });
    }
    const saved = settings.get();
    if (!saved) {
      return answer(404, { message: 'Plugin setting not found' });
    }
    const matched = isPlainPath(path) ? matchRoute(plugin.routes, c.req.method, path) : undefined;
    if (!matched) {
      return answer(404, { message: 'plugin route match not found' });
    }
    const { route, rest } = matched;
    if (route.reqRole && !hasRole(c.get('user').role, route.reqRole)) {
      return answer(403, { message: 'plugin proxy route access denied' });
    }
    const target = joined(interpolate(route.url, saved), rest) + url.search;
    return forward(send, target, c.req.raw, headersFor(c.req.raw, c.get('user'), route, saved));
  });

  return routes;
}

function joined(url: string, rest: string): string {
  return rest === '' ? url : `${url.replace(/\/$/, '')}/${rest}`;
}

const NOT_FORWARDED = [
  ...['authorization', 'cookie', 'host', 'connection', 'keep-alive', 'content-length', 'transfer-encoding', 'expect'],
  ...['origin', 'referer', 'accept-encoding', 'upgrade'],
];

function headersFor(request: Request, user: SignedInUser, route: PluginRoute, saved: PluginSettings): Headers {
  const headers = new Headers(request.headers);
  NOT_FORWARDED.forEach((name) => headers.delete(name));
  headers.set('X-Grafana-Context', JSON.stringify({ User: { login: user.login, orgRole: user.role, orgId: 1 } }));
  headers.set('X-Grafana-Id', `${user.kind}:${user.id}`);
  for (const { name, content } of route.headers) {
    headers.set(name, interpolate(content, saved));
  }
  return headers;
}

/** The target's answer goes back as it is; without one Grafana says 502 and nothing else. */
async function forward(send: typeof fetch, target: string, request: Request, headers: Headers): Promise<Response> {
  const { method } = request;
  const body = method === 'GET' || method === 'HEAD' ? undefined : await request.arrayBuffer();
  try {
    const response = await send(target, { method, headers, body, redirect: 'manual', signal: request.signal });
    const shown = new Headers(response.headers);
    // The body has already been unpacked.
    ['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'set-cookie', 'date'].forEach((name) =>
      shown.delete(name)
    );
    const hasBody = ![204, 205, 304].includes(response.status);
    return new Response(hasBody ? await response.arrayBuffer() : null, { status: response.status, headers: shown });
  } catch {
    return new Response(null, { status: 502 });
  }
}
