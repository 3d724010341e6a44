import { randomBytes } from 'node:crypto';
import { contentSecurityPolicy } from './contentSecurityPolicy';
import { control } from './control';
import { pageHtml } from './html';
import { serveIcon } from './icons';
import type { PluginManifest } from './paths';
import { serveFile } from './staticFiles';
import type { FetchHandler } from './listen';
import type { StandIns } from './standIns';
import { subPathOf } from './subPath';

export interface SiteOptions {
  standIns: StandIns;
  manifest: PluginManifest;
  pluginDirectory: string;
  pageDirectory: string;
  irmUrl: string;
  /** Where Grafana says that it is reached. */
  rootUrl: string;
  /** Whether pages come with a content security policy. */
  hasPolicy: boolean;
}

/** Everything on Grafana's port: the stand-in's API, the files of plugin and page, and the page itself for all else. */
export function createSite(options: SiteOptions): FetchHandler {
  const { standIns, manifest, pluginDirectory, pageDirectory, irmUrl, rootUrl } = options;
  const subPath = subPathOf(rootUrl);
  const directories: Array<[prefix: string, serve: (name: string) => Promise<Response>]> = [
    [`/public/plugins/${manifest.id}/`, (name) => serveFile(pluginDirectory, name, 'checked')],
    ['/public/build/img/icons/', serveIcon],
    ['/public/build/', (name) => serveFile(pageDirectory, name, name.includes('-') ? 'unchanging' : 'checked')],
  ];

  return (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isGrafanaApi(pathname) || (pathname === '/login' && !isRead)) {
      return standIns.grafana().fetch(request);
    }
    if (pathname.startsWith('/sandbox/')) {
      return control(standIns, request.method, pathname, searchParams);
    }
    if (!isRead) {
      return new Response('Not found', { status: 404 });
    }
    for (const [prefix, serve] of directories) {
      if (pathname.startsWith(prefix)) {
        return serve(pathname.slice(prefix.length));
      }
    }
    if (pathname.startsWith('/public/') || pathname === '/favicon.ico') {
      return new Response('Not found', { status: 404 });
    }
    return page(request);
  };

  async function page(request: Request): Promise<Response> {
    const nonce = options.hasPolicy ? randomBytes(16).toString('base64') : undefined;
    const html = pageHtml({ manifest, irmUrl, subPath, nonce, isSignedIn: await isSignedIn(standIns, request) });
    const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    if (nonce !== undefined) {
      headers.set('content-security-policy', contentSecurityPolicy(nonce, rootUrl));
    }
    return new Response(html, { headers });
  }
}

/** Told to the page, so that it need not ask for what only a signed-in user gets. */
async function isSignedIn(standIns: StandIns, { url, headers }: Request): Promise<boolean> {
  const credentials = new Headers();
  for (const name of ['cookie', 'authorization']) {
    const value = headers.get(name);
    if (value) {
      credentials.set(name, value);
    }
  }
  const { status } = await standIns.grafana().fetch(new Request(new URL('/api/user', url), { headers: credentials }));
  // A replica that has just died answers nothing, which signs nobody out.
  return status !== 401;
}

function isGrafanaApi(pathname: string): boolean {
  return /^\/(apis?)(\/|$)/.test(pathname) || pathname === '/logout' || pathname === '/healthz';
}
