import * as v from 'valibot';
import type { GrafanaError } from '../connection/port/grafanaPort';
import { failure, success, type Result } from '../connection/result';
import { errorOfAnswer, errorOfForm, errorOfNoAnswer } from './errors';
import type { Answer, Call, Transport } from '../transport/transport';
import { describeUnknownForm } from '../transport/answer';
import { withoutSecrets } from '../transport/masking';
import { askWhoIsSignedIn, signedInForm, WHO_IS_SIGNED_IN } from '../transport/ownSession';
import { isWebPage } from '../transport/foreign';

/** Sends a call; any answer of 2xx is a success, but for a web page. */
export async function send(transport: Transport, call: Call): Promise<Result<Answer, GrafanaError>> {
  const result = await answerTo(transport, call);
  if (result.ok) {
    return result;
  }
  const { error } = result;
  const serviceAccountAt = transport.address ?? '';
  const isAccounts = transport.way === 'proxy' && isAboutAccount(error);
  return failure(await orOfSession(isAccounts ? { ...error, serviceAccountAt } : error, transport, call));
}

/** Without a status the browser did not reach Grafana, and a route is closed to a role of the person. */
function isAboutAccount({ status, message, reason, instead }: GrafanaError): boolean {
  const isInFront = (reason === 'unreachable' && instead === 'webPage') || (status ?? 0) >= 520;
  return status !== undefined && !isInFront && !/^plugin proxy route access denied/i.test(message);
}

async function answerTo(transport: Transport, call: Call): Promise<Result<Answer, GrafanaError>> {
  const namespace = namespaceMissed(transport, call);
  if (namespace !== undefined) {
    return failure({ reason: 'otherOrganization', message: namespace, status: undefined });
  }
  const result = await transport.request(call);
  if (!result.ok) {
    return failure(errorOfNoAnswer(result.error));
  }
  const { value: answer } = result;
  if (transport.way === 'proxy' && answer.redirected) {
    // The browser followed the redirect by itself: whatever came back did not come through the plugin's route.
    const message = 'The address of Grafana in the plugin’s settings redirects to another address.';
    return failure({ reason: 'proxyNotConfigured', message, instead: 'redirect', status: answer.status });
  }
  if (answer.status >= 200 && answer.status < 300 && !isWebPage(answer.body)) {
    return success(answer);
  }
  return failure(errorOfAnswer(answer, transport.way));
}

/**
 * What a refusal or a page is that came through the proxy: a deleted token is refused in the same words as an ended
 * session, and a page may be of the address behind the proxy or of something in front of Grafana. The session tells;
 * also whether a write was refused to the person, or to nobody in particular. A read may be refused again and again.
 */
async function orOfSession(error: GrafanaError, { way, session }: Transport, { method }: Call): Promise<GrafanaError> {
  const { reason, instead = 'noWords' } = error;
  const isProxy = way === 'proxy';
  const isDoubtful = isProxy
    ? reason === 'unauthorized' || (reason === 'proxyNotConfigured' && instead !== 'noWords')
    : reason === 'forbidden' && method !== 'GET';
  if (!session || !isDoubtful) {
    return error;
  }
  const asked: Transport = { way: session.way, request: () => askWhoIsSignedIn(session) };
  const own = await requestJson(asked, WHO_IS_SIGNED_IN, signedInForm);
  if (own.ok) {
    return isProxy ? { ...error, reason: 'proxyNotConfigured' } : error;
  }
  return OF_SESSION.includes(own.error.reason) ? own.error : error;
}

const OF_SESSION: ReadonlyArray<GrafanaError['reason']> = ['unauthorized', 'webPage', 'unreachable'];

/**
 * The namespace that a call names and the proxy's routes do not. They put in what the settings hold, whatever the call
 * says: Grafana would answer 403 or 404, or for another organisation.
 */
function namespaceMissed({ namespace }: Transport, { path }: Call): string | undefined {
  const named = /^\/apis\/[^/]+\/[^/]+\/namespaces\/([^/]+)/.exec(path)?.[1];
  return namespace === undefined || named === undefined || named === encodeURIComponent(namespace)
    ? undefined
    : decodeURIComponent(named);
}

/** Sends a call and reads its answer; an answer of another form is an error that says where it differs. */
export async function requestJson<T>(
  transport: Transport,
  call: Call,
  form: v.GenericSchema<unknown, T>
): Promise<Result<{ value: T; serverTime: number }, GrafanaError>> {
  const result = await send(transport, call);
  if (!result.ok) {
    return result;
  }
  const read = v.safeParse(form, result.value.body);
  if (read.success) {
    return success({ value: read.output, serverTime: result.value.date ?? Date.now() });
  }
  return failure(errorOfForm(result.value, describeUnknownForm(call, read.issues)));
}

/**
 * The same for what is there whatever is in it: a list, or the one thing of its kind. That it is not found says nothing
 * of what somebody may have deleted.
 */
export async function requestList<T>(transport: Transport, call: Call, form: v.GenericSchema<unknown, T>) {
  return orNotServed(await requestJson(transport, call, form), call);
}

/** Sends a command to what is there whatever is in it, for example one that adds to a list. */
export async function commandList(transport: Transport, call: Call): Promise<Result<void, GrafanaError>> {
  return orNotServed(await sendCommand(transport, call), call);
}

/** The answer to a call that asks for what is there whatever is in it. */
export function orNotServed<T>(answer: Result<T, GrafanaError>, { path }: Pick<Call, 'path'>): Result<T, GrafanaError> {
  return !answer.ok && answer.error.reason === 'notFound'
    ? failure({ ...answer.error, reason: 'notServed', path: withoutSecrets(path) })
    : answer;
}

/** Sends a call whose answer does not matter beyond its success. */
export async function sendCommand(transport: Transport, call: Call): Promise<Result<void, GrafanaError>> {
  const result = await send(transport, call);
  if (!result.ok) {
    return result;
  }
  const { value: answer } = result;
  if (typeof answer.body === 'string') {
    return failure(errorOfForm(answer, `The answer to ${call.method} ${call.path} has an unknown form`));
  }
  return success(undefined);
}
