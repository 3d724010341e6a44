import type { BackendSrvRequest, FetchError, FetchResponse } from '@grafana/runtime';
import { isDataQuery, isLocal } from './requestParts';

export interface Alert {
  severity: 'success' | 'warning' | 'error' | 'info';
  title: string;
  text?: string;
}

const longestTitle = 80;

/** What Grafana shows unasked when a request fails; nothing when the caller said no or deals with a data source. */
export function alertForError(options: BackendSrvRequest, error: FetchError<{ message?: string }>): Alert | undefined {
  const isOthers = isDataQuery(options.url) || !isLocal(options.url);
  const sent = error.data.message;
  if (
    !sent ||
    error.cancelled ||
    options.showErrorAlert === false ||
    (options.showErrorAlert === undefined && isOthers)
  ) {
    return undefined;
  }
  const message = sent === 'Unexpected error' && error.message ? error.message : sent;
  const severity = error.status < 500 ? 'warning' : 'error';
  if (error.status === 422) {
    return { severity, title: 'Validation failed', text: message };
  }
  return message.length > longestTitle ? { severity, title: 'Error', text: message } : { severity, title: message };
}

/** Grafana repeats the message of every change that succeeded, unless told not to. */
export function alertForSuccess({ config, data }: FetchResponse<unknown>): Alert | undefined {
  const isRead = (config.method ?? 'GET').toUpperCase() === 'GET' || isDataQuery(config.url) || !isLocal(config.url);
  if (config.showSuccessAlert === false || (config.showSuccessAlert === undefined && isRead)) {
    return undefined;
  }
  const message = (data as { message?: unknown } | null)?.message;
  return typeof message === 'string' && message ? { severity: 'success', title: message } : undefined;
}
