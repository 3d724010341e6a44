const MAX_REDIRECTS = 10;

/** Follows redirects as Go's HTTP client does: 301, 302 and 303 go on as GET without a body, 307 and 308 keep both. */
export async function fetchAsGo(send: typeof fetch, address: string, init: RequestInit): Promise<Response> {
  let url = address;
  let request: RequestInit = { ...init, redirect: 'manual' };
  for (let hop = 0; hop < MAX_REDIRECTS; hop++) {
    const response = await send(url, request);
    const location = response.headers.get('Location');
    if (![301, 302, 303, 307, 308].includes(response.status) || !location) {
      return response;
    }
    const next = new URL(location, url);
    if (response.status < 307) {
      const headers = new Headers(request.headers);
      headers.delete('Content-Type');
      request = { ...request, method: request.method === 'HEAD' ? 'HEAD' : 'GET', body: undefined, headers };
    }
    if (next.host !== new URL(url).host) {
      request = { ...request, headers: withoutCredentials(request.headers) };
    }
    url = next.toString();
  }
  throw new Error(`stopped after ${MAX_REDIRECTS} redirects`);
}

function withoutCredentials(given: HeadersInit | undefined): Headers {
  const headers = new Headers(given);
  headers.delete('Authorization');
  return headers;
}
