import type { IrmError } from '../../connection/irm/irmPort';
import type { Result } from '../../connection/result';

/** Carries an `IrmError` where an exception is expected. */
export class IrmFailure extends Error {
  constructor(readonly error: IrmError) {
    super(error.message);
  }
}

/** The value of a success; throws otherwise, as queries want it. */
export function irmValueOrThrow<T>(result: Result<T, IrmError>): T {
  if (!result.ok) {
    throw new IrmFailure(result.error);
  }
  return result.value;
}
