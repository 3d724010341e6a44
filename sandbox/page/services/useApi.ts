import { getBackendSrv, isFetchError } from '@grafana/runtime';
import { useCallback, useEffect, useState } from 'react';

export interface ApiResult<T> {
  data: T | undefined;
  error: string | undefined;
  reload(): void;
}

/** Reads one address of Grafana's API, again every `everyMs` when given, and again on `reload`. */
export function useApi<T>(url: string, everyMs?: number): ApiResult<T> {
  const [result, setResult] = useState<{ data?: T; error?: string }>({});
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((count) => count + 1), []);

  useEffect(() => {
    let isCurrent = true;
    getBackendSrv()
      .get<T>(url, undefined, undefined, { showErrorAlert: false })
      .then(
        (data) => isCurrent && setResult({ data }),
        (error: unknown) => isCurrent && setResult((last) => ({ data: last.data, error: messageOf(error) }))
      );
    return () => {
      isCurrent = false;
    };
  }, [url, turn]);

  useEffect(() => {
    const timer = everyMs ? setInterval(reload, everyMs) : undefined;
    return () => clearInterval(timer);
  }, [everyMs, reload]);

  return { data: result.data, error: result.error, reload };
}

function messageOf(error: unknown): string {
  if (isFetchError<{ message?: string }>(error)) {
    return error.data.message ?? error.statusText ?? `Status ${error.status}`;
  }
  return error instanceof Error ? error.message : String(error);
}
