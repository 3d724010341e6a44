import * as v from 'valibot';
import type { IrmError, IrmResult } from '../connection/irm/irmPort';
import { failure, success, type Result } from '../connection/result';
import type { Answer, Call, Transport } from '../transport/transport';
import { describeUnknownForm } from '../transport/answer';
import { foreignIn, isWebPage } from '../transport/foreign';
import { askWhoIsSignedIn, signedInForm } from '../transport/ownSession';
import { errorOfIrmAnswer, errorOfIrmForm, errorOfNoIrmAnswer, errorOfSession } from './irmErrors';

/** Longest wait for an answer to a read, in milliseconds: Grafana's side of a page does not hang on IRM's. */
const READ_TIMEOUT_MS = 10_000;

/** Longest wait for the answer to a write, in milliseconds. */
const WRITE_TIMEOUT_MS = 20_000;

const WORTH_A_SECOND_TRY: ReadonlyArray<IrmError['reason']> = ['unreachable', 'serverError'];

/** Asks for something and reads the answer; tries once more when IRM could not be reached or failed. */
export async function read<T>(
  transport: Transport,
  call: Omit<Call, 'method'>,
  form: v.GenericSchema<unknown, T>
): IrmResult<T> {
  const get: Call = { ...call, method: 'GET', timeoutMs: READ_TIMEOUT_MS };
  const first = await send(transport, get);
  const answer = !first.ok && WORTH_A_SECOND_TRY.includes(first.error.reason) ? await send(transport, get) : first;
  return answer.ok ? inForm(get, answer.value, form) : answer;
}

/** Changes something and reads the answer. Never tried twice: the first may have been done although no answer came. */
export async function write<T>(transport: Transport, call: Call, form: v.GenericSchema<unknown, T>): IrmResult<T> {
  const answer = await change(transport, call);
  return answer.ok ? inForm(call, answer.value, form) : answer;
}

/** Changes something; the answer does not matter beyond its success, but a text is none of IRM's. */
export async function command(transport: Transport, call: Call): Promise<Result<Answer, IrmError>> {
  const answer = await change(transport, call);
  return answer.ok && typeof answer.value.body === 'string' ? notIrms(call, answer.value) : answer;
}

/** An answer of 2xx that IRM does not give to this. */
export const notIrms = ({ method, path }: Call, answer: Answer) =>
  failure(errorOfIrmForm(answer, `The answer to ${method} ${path} has an unknown form`));

const change = (transport: Transport, call: Call) => send(transport, { ...call, timeoutMs: WRITE_TIMEOUT_MS });

async function send(transport: Transport, call: Call): Promise<Result<Answer, IrmError>> {
  const result = await transport.request(call);
  if (!result.ok) {
    return failure(errorOfNoIrmAnswer(result.error));
  }
  const { value: answer } = result;
  if (answer.redirected) {
    // The browser followed the redirect by itself: whatever came back did not come through the plugin's route.
    return failure(await orOfSession({ ...answer, status: 200, body: '<html>' }, transport));
  }
  if (answer.status >= 200 && answer.status < 300 && !isWebPage(answer.body)) {
    return success(answer);
  }
  return failure(await orOfSession(answer, transport));
}

/**
 * What a refusal or a page is: another Grafana, or a gateway, at IRM's address refuses in the words of an ended session,
 * a page may be of that address or of something in front of Grafana, and a route is closed to whoever goes on as nobody,
 * where anybody may look at Grafana. The session tells.
 */
async function orOfSession(answer: Answer, { session }: Transport): Promise<IrmError> {
  const error = errorOfIrmAnswer(answer);
  const isDoubtful = ['signedOut', 'userRoleTooLow'].includes(error.reason) || foreignIn(answer);
  if (!session || !isDoubtful) {
    return error;
  }
  const own = await askWhoIsSignedIn(session);
  if (own.ok && v.is(signedInForm, own.value.body)) {
    return error.reason === 'signedOut' ? { ...error, reason: 'wrongAddress' } : error;
  }
  return errorOfSession(own) ?? error;
}

function inForm<T>(call: Call, answer: Answer, form: v.GenericSchema<unknown, T>): Result<T, IrmError> {
  const read = v.safeParse(form, answer.body);
  if (read.success) {
    return success(read.output);
  }
  return failure(errorOfIrmForm(answer, describeUnknownForm(call, read.issues)));
}
