import { config, getBackendSrv, isFetchError, type BackendSrv, type FetchError } from '@grafana/runtime';
import { lastValueFrom, timeout, TimeoutError } from 'rxjs';
import { failure, success, type Result } from '../connection/result';
import { toAnswer } from './answer';
import { ANSWER_TIMEOUT_MS, addressOf, type Answer, type Call, type NoAnswer, type Transport } from './transport';

/**
 * Calls Grafana as the signed-in user.
 *
 * Grafana's own service adds the sub-path and the organisation, and renews an expired session once before it gives up
 * on a 401. Bodies are asked for as text, because it fails on an empty body that calls itself JSON, which is how
 * Grafana answers a deletion (alert-rules.json, "clean up").
 */
export function sessionTransport(backend: () => BackendSrv = getBackendSrv): Transport {
  const session: Transport = { way: 'session', request: (call) => request(backend(), call) };
  const endsUnseen = config.anonymousEnabled && config.bootData.user.isSignedIn;
  return endsUnseen ? { ...session, session } : session;
}

async function request(backend: BackendSrv, call: Call): Promise<Result<Answer, NoAnswer>> {
  const answers = backend.fetch<string>({
    url: addressOf(call),
    method: call.method,
    data: call.body,
    headers: { ...call.headers },
    responseType: 'text',
    showErrorAlert: false,
    showSuccessAlert: false,
  });
  try {
    // Unsubscribing on timeout aborts the request.
    const response = await lastValueFrom(answers.pipe(timeout(call.timeoutMs ?? ANSWER_TIMEOUT_MS)));
    return success(toAnswer(response, response.data ?? ''));
  } catch (error) {
    return errorToAnswer(error);
  }
}

function errorToAnswer(error: unknown): Result<Answer, NoAnswer> {
  if (error instanceof TimeoutError) {
    return failure({ reason: 'timeout', message: error.message });
  }
  if (isFetchError(error) && error.status >= 100) {
    return success(toAnswer(error, originalText(error)));
  }
  const message = error instanceof Error ? error.message : 'The request was cancelled.';
  return failure({ reason: 'unreachable', message });
}

/** Grafana's service wraps an error's text into an object and makes up a message for an empty one. */
function originalText({ data }: FetchError<unknown>): string {
  if (typeof data === 'string') {
    return data;
  }
  if (typeof data !== 'object' || data === null) {
    return '';
  }
  if ('response' in data && typeof data.response === 'string') {
    return data.response;
  }
  const isMadeUp = 'message' in data && data.message === 'Unexpected error' && Object.keys(data).length === 1;
  return isMadeUp ? '' : JSON.stringify(data);
}
