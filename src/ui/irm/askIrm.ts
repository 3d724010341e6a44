import type { IrmError, IrmPort, IrmResult } from '../../connection/irm/irmPort';
import { failure } from '../../connection/result';

/** Where IRM asked to wait: until when, by the browser's clock in milliseconds. */
const waits = new WeakMap<IrmPort, { until: number; error: IrmError }>();

/**
 * Asks IRM for something that can wait: while IRM wants no requests, the answer is its refusal with the seconds that
 * are left, and nothing is sent. It counts the requests of a user together, whatever they ask for.
 */
export async function askIrm<T>(irm: IrmPort, ask: (irm: IrmPort) => IrmResult<T>): IrmResult<T> {
  const wait = waits.get(irm);
  const left = wait ? wait.until - Date.now() : 0;
  if (wait && left > 0) {
    return failure({ ...wait.error, waitSeconds: Math.ceil(left / 1000) });
  }
  const answer = await ask(irm);
  if (!answer.ok && answer.error.reason === 'rateLimited' && answer.error.waitSeconds !== undefined) {
    waits.set(irm, { until: Date.now() + answer.error.waitSeconds * 1000, error: answer.error });
  }
  return answer;
}
