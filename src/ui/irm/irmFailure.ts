import type { IrmError, IrmPort, IrmResult } from '../../connection/irm/irmPort';
import { valueOrThrow, type QueryFailure } from '../data/queryFailure';

/** Carries an `IrmError` where an exception is expected. */
export type IrmFailure = QueryFailure<IrmError>;

/** What IRM answers; throws otherwise, as queries and mutations want it, which begin only with the API. */
export async function answerOf<T>(irm: IrmPort | undefined, ask: (irm: IrmPort) => IrmResult<T>): Promise<T> {
  if (!irm) {
    throw new Error('asked for only with the API');
  }
  return valueOrThrow(await ask(irm));
}
