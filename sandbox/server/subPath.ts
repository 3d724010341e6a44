import type { FetchHandler } from './listen';

/** The path below which a Grafana with this address is reached: `/grafana`, or '' for the root. */
export function subPathOf(rootUrl: string): string {
  return new URL(rootUrl).pathname.replace(/\/+$/, '');
}

/**
 * Answers below a path only, as Grafana does with `serve_from_sub_path`. The sandbox's own page is let through beside
 * it, since the addresses within its bundle are fixed when it is built; nothing of the plugin is.
 */
export function below(subPath: string, site: FetchHandler): FetchHandler {
  if (subPath === '') {
    return site;
  }
  return (request) => {
    const url = new URL(request.url);
    if (url.pathname === '/' || url.pathname === subPath) {
      return new Response(null, { status: 302, headers: { location: `${subPath}/` } });
    }
    if (url.pathname.startsWith(`${subPath}/`)) {
      url.pathname = url.pathname.slice(subPath.length);
      return site(movedTo(url, request));
    }
    const isOwn = /^\/(public\/build|sandbox)\//.test(url.pathname);
    return isOwn ? site(request) : new Response('Not found', { status: 404 });
  };
}

function movedTo(url: URL, { method, headers, body, signal }: Request): Request {
  const init: RequestInit & { duplex: 'half' } = { method, headers, body, signal, duplex: 'half' };
  return new Request(url, init);
}
