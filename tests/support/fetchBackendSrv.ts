import type { BackendSrv, BackendSrvRequest, FetchResponse } from '@grafana/runtime';
import { defer, from, throwError, type Observable } from 'rxjs';
import { catchError, mergeMap } from 'rxjs/operators';

/**
 * Behaves as Grafana's own service does where it matters to a caller: paths are taken relative to the page's base,
 * answers other than 2xx are thrown with their text wrapped, an empty one with a made-up message, and an empty body
 * that is to be JSON throws an error without a status. Everything else of the interface is missing on purpose.
 */
export function fetchBackendSrv(baseUrl: string, seen: BackendSrvRequest[] = []): BackendSrv {
  const service = {
    fetch<T>(options: BackendSrvRequest): Observable<FetchResponse<T>> {
      seen.push(options);
      return defer(() => {
        const aborter = new AbortController();
        return from(send(baseUrl, options, aborter.signal)).pipe(
          mergeMap(async (response) => ({ response, data: await readBody(response, options) })),
          mergeMap(({ response, data }) =>
            response.ok
              ? [toFetchResponse<T>(response, data as T, options)]
              : throwError(() => ({ status: response.status, statusText: response.statusText, data, config: options }))
          ),
          catchError((error) => throwError(() => wrapData(error)))
        );
      });
    },
  };
  return service as Partial<BackendSrv> as BackendSrv;
}

function send(baseUrl: string, options: BackendSrvRequest, signal: AbortSignal): Promise<Response> {
  const hasBody = options.data !== undefined && options.data !== null;
  return fetch(`${baseUrl}/${options.url.replace(/^\//, '')}`, {
    method: options.method,
    headers: { ...(hasBody ? { 'Content-Type': 'application/json' } : {}), ...options.headers },
    body: hasBody ? JSON.stringify(options.data) : undefined,
    signal,
  });
}

async function readBody(response: Response, { responseType }: BackendSrvRequest): Promise<unknown> {
  const isJson = response.headers.get('Content-Type')?.toLowerCase() === 'application/json';
  if (responseType === 'json' || (responseType === undefined && isJson)) {
    return response.json();
  }
  const text = await response.text();
  if (responseType === 'text') {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function wrapData(error: { data?: unknown; statusText?: string }) {
  error.data = error.data ?? { message: 'Unexpected error' };
  if (typeof error.data === 'string') {
    error.data = { message: error.data || error.statusText, error: error.statusText, response: error.data };
  }
  return error;
}

function toFetchResponse<T>(response: Response, data: T, config: BackendSrvRequest): FetchResponse<T> {
  const { status, statusText, ok, headers, redirected, type, url } = response;
  return { data, status, statusText, ok, headers, redirected, type, url, config };
}
