import type { BackendSrv, BackendSrvRequest, FetchError, FetchResponse } from '@grafana/runtime';
import { Observable, Subject, filter, firstValueFrom, map } from 'rxjs';
import { alertForError, alertForSuccess, type Alert } from './requestAlerts';
import { addressOf, initOf, isLocal, readBody } from './requestParts';

export interface BackendSrvHost {
  fetch: typeof fetch;
  orgId: number;
  isSignedIn: boolean;
  showAlert(alert: Alert): void;
  /** The session has ended: the page must ask for a new sign-in. */
  onSignedOut(): void;
}

/** How long an error waits for its caller to set `isHandled` before it is shown, as in Grafana. */
const alertDelayMs = 50;

/** Requests to Grafana in the forms that plugins meet there: responses, errors, alerts, cancellation by request id. */
export function createBackendSrv(host: BackendSrvHost): BackendSrv {
  const startedRequestIds = new Subject<string>();

  function fetchObservable<T>(options: BackendSrvRequest): Observable<FetchResponse<T>> {
    return new Observable((subscriber) => {
      const abort = new AbortController();
      const stop = () => abort.abort();
      options.abortSignal?.addEventListener('abort', stop);
      if (options.abortSignal?.aborted) {
        stop();
      }
      if (options.requestId) {
        startedRequestIds.next(options.requestId);
      }
      const replaced = startedRequestIds.pipe(filter((id) => id === options.requestId)).subscribe(() => {
        subscriber.error(cancelledError(options));
      });
      send<T>(options, abort.signal).then(
        (response) => {
          const alert = alertForSuccess(response);
          if (alert) {
            host.showAlert(alert);
          }
          subscriber.next(response);
          subscriber.complete();
        },
        (error: unknown) => {
          if (!subscriber.closed) {
            subscriber.error(announced(options, error));
          }
        }
      );
      return () => {
        options.abortSignal?.removeEventListener('abort', stop);
        replaced.unsubscribe();
        stop();
      };
    });
  }

  async function send<T>(options: BackendSrvRequest, signal: AbortSignal, retried = false): Promise<FetchResponse<T>> {
    const response = await host.fetch(addressOf(options), initOf(options, host.orgId, signal));
    if (response.status === 401 && host.isSignedIn && isLocal(options.url) && !retried && !options.retry) {
      if (await isStillSignedIn()) {
        return send(options, signal, true);
      }
      host.onSignedOut();
    }
    const data = await readBody(response, options.responseType);
    const { status, statusText } = response;
    const traceId = response.headers.get('grafana-trace-id') ?? undefined;
    if (!response.ok) {
      const error: FetchError = { status, statusText, data, config: options, traceId };
      throw error;
    }
    const { ok, headers, url, type, redirected } = response;
    return { status, statusText, ok, data: data as T, headers, url, type, redirected, config: options, traceId };
  }

  async function isStillSignedIn(): Promise<boolean> {
    return (await host.fetch('/api/user', { credentials: 'same-origin' })).status !== 401;
  }

  function announced(options: BackendSrvRequest, raw: unknown): unknown {
    const error = withDataObject(raw);
    setTimeout(() => {
      const alert = error.isHandled ? undefined : alertForError(options, error);
      if (alert) {
        host.showAlert(alert);
      }
    }, alertDelayMs);
    return error;
  }

  const request = <T>(options: BackendSrvRequest) =>
    firstValueFrom(fetchObservable<T>(options).pipe(map(({ data }) => data)));

  return {
    fetch: fetchObservable,
    request,
    datasourceRequest: (options) => firstValueFrom(fetchObservable(options)),
    chunked: (options) => fetchObservable<ArrayBuffer>({ ...options, responseType: 'arraybuffer' }).pipe(map(asBytes)),
    get: (url, params, requestId, options) => request({ ...options, method: 'GET', url, params, requestId }),
    delete: (url, data, options) => request({ ...options, method: 'DELETE', url, data }),
    post: (url, data, options) => request({ ...options, method: 'POST', url, data }),
    patch: (url, data, options) => request({ ...options, method: 'PATCH', url, data }),
    put: (url, data, options) => request({ ...options, method: 'PUT', url, data }),
  };
}

function asBytes(response: FetchResponse<ArrayBuffer>): FetchResponse<Uint8Array | undefined> {
  return { ...response, data: new Uint8Array(response.data) };
}

function cancelledError(config: BackendSrvRequest): FetchError {
  return { cancelled: true, data: null, status: -1, statusText: 'Request was aborted', config };
}

/** Callers find an object with a message in `data`, whatever the server sent; a failed connection carries one too. */
function withDataObject(raw: unknown): FetchError<{ message?: string; error?: unknown }> {
  const error = raw as FetchError;
  if (typeof error.data === 'string' && error.data) {
    error.data = { message: error.data, error: error.statusText, response: error.data };
  }
  error.data = error.data || { message: 'Unexpected error' };
  if (!error.data.message && typeof error.data.error === 'string') {
    error.data.message = error.data.error;
  }
  return error;
}
