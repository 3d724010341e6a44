import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { contentSecurityPolicy } from './contentSecurityPolicy';
import { control } from './control';
import { pageHtml } from './html';
import type { InstalledPlugin } from './installedPlugin';
import type { FetchHandler } from './listen';
import { serveFile } from './staticFiles';
import type { StandIns } from './standIns';
import { subPathOf } from './subPath';

export interface SiteOptions {
  standIns: StandIns;
  /** Without it there is only the API. */
  hosted: { plugin: InstalledPlugin; pageDirectory: string } | undefined;
  irmUrl: string;
  /** Where Grafana says that it is reached. */
  rootUrl: string;
  /** Whether pages come with a content security policy. */
  hasPolicy: boolean;
}

/** Everything on Grafana's port: the stand-in's API, the files of plugin and page, and the page itself for all else. */
export function createSite(options: SiteOptions): FetchHandler {
  const { standIns, hosted } = options;
  const host = hosted && createHost({ ...options, hosted });

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
    return host ? host(request, pathname) : withoutPage(pathname);
  };
}

function withoutPage(pathname: string): Response {
  const text = 'This stand-in of Grafana has an API and no page: start it with --plugin DIR to see a plugin in one.\n';
  return new Response(text, { status: pathname === '/' ? 200 : 404, headers: { 'content-type': 'text/plain' } });
}

/** The page, its files and those of the plugin. */
function createHost(options: SiteOptions & { hosted: NonNullable<SiteOptions['hosted']> }) {
  const { standIns, irmUrl, rootUrl } = options;
  const { plugin, pageDirectory } = options.hosted;
  const { directory, manifest } = plugin;
  const subPath = subPathOf(rootUrl);
  const directories: Array<[prefix: string, serve: (name: string) => Promise<Response>]> = [
    [`/public/plugins/${manifest.id}/`, (name) => serveFile(directory, name, 'checked')],
    ['/public/build/img/icons/', (name) => serveIcon(path.join(pageDirectory, 'img/icons'), name)],
    ['/public/build/', (name) => serveFile(pageDirectory, name, name.includes('-') ? 'unchanging' : 'checked')],
  ];

  return (request: Request, pathname: string): Promise<Response> => {
    for (const [prefix, serve] of directories) {
      if (pathname.startsWith(prefix)) {
        return serve(pathname.slice(prefix.length));
      }
    }
    const isFile = pathname.startsWith('/public/') || pathname === '/favicon.ico';
    return isFile ? Promise.resolve(new Response('Not found', { status: 404 })) : page(request);
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

/** The package of Grafana's components has only some of its icons; for the others there is a small circle. */
async function serveIcon(icons: string, name: string): Promise<Response> {
  const icon = await serveFile(icons, name, 'unchanging');
  return icon.ok ? icon : serveFile(icons, 'missing.svg', 'checked');
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
