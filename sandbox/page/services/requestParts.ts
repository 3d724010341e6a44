import type { BackendSrvRequest } from '@grafana/runtime';

/** Requests to Grafana itself, as opposed to another server or a data source's query. */
export function isLocal(url: string): boolean {
  return !/^https?:\/\//.test(url);
}

export function isDataQuery(url: string): boolean {
  return /api\/(datasources\/(proxy|uid)|ds\/query|tsdb\/query)/.test(url);
}

/** The address with its parameters; undefined ones are left out, lists are repeated. As in Grafana, `url` must have no query then. */
export function addressOf({ url, params = {} }: BackendSrvRequest): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(params) as Array<[string, unknown]>) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) {
        pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`);
      }
    }
  }
  return pairs.length > 0 ? `${url}?${pairs.join('&')}` : url;
}

export function initOf(options: BackendSrvRequest, orgId: number, signal: AbortSignal): RequestInit {
  const method = (options.method ?? 'GET').toUpperCase();
  const headers = new Headers();
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    headers.set(name, String(value));
  }
  if (!headers.has('accept')) {
    headers.set('accept', 'application/json, text/plain, */*');
  }
  if (['POST', 'PUT', 'PATCH'].includes(method) && !headers.has('content-type')) {
    headers.set('content-type', 'application/json');
  }
  if (isLocal(options.url)) {
    addOwnHeaders(headers, orgId);
  }
  return {
    method,
    headers,
    body: bodyOf(options.data, headers),
    signal,
    credentials: options.credentials ?? 'same-origin',
  };
}

/** Grafana keeps `Authorization` for its own sign-in: what a plugin sets there is meant for a data source. */
function addOwnHeaders(headers: Headers, orgId: number): void {
  if (orgId) {
    headers.set('X-Grafana-Org-Id', String(orgId));
  }
  const authorization = headers.get('authorization');
  if (authorization) {
    headers.set('X-DS-Authorization', authorization);
    headers.delete('authorization');
  }
}

/** Compared as a whole, as Grafana does: with a charset behind it, objects are sent as a form. */
const jsonTypes = ['json', 'json-patch+json', 'merge-patch+json', 'strategic-merge-patch+json'].map(
  (name) => `application/${name}`
);

function bodyOf(data: unknown, headers: Headers): BodyInit | undefined {
  if (data === undefined || data === null || data === '') {
    return undefined;
  }
  if (typeof data === 'string' || data instanceof Blob) {
    return data;
  }
  const isJson = jsonTypes.includes((headers.get('content-type') ?? '').toLowerCase());
  return isJson ? JSON.stringify(data) : new URLSearchParams(data as Record<string, string>);
}

/** Without an asked-for type: JSON where the text is JSON, else the text. An empty answer that calls itself JSON is `{}`. */
export async function readBody(response: Response, type: BackendSrvRequest['responseType']): Promise<unknown> {
  if (type === 'arraybuffer') {
    return response.arrayBuffer();
  }
  if (type === 'blob') {
    return response.blob();
  }
  const text = await response.text();
  if (type === 'text') {
    return text;
  }
  if (!text && /json/.test(response.headers.get('content-type') ?? '')) {
    return {};
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (type === 'json' && text) {
      throw error;
    }
    return text;
  }
}
