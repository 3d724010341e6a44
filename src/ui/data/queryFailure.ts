import type { GrafanaError } from '../../connection/port/grafanaPort';
import type { Result } from '../../connection/result';

/** Carries an error of a server where an exception is expected. */
export class QueryFailure<E extends { message: string } = GrafanaError> extends Error {
  constructor(readonly error: E) {
    super(error.message);
  }
}

/** The value of a success; throws otherwise, as queries want it. */
export function valueOrThrow<T, E extends { message: string }>(result: Result<T, E>): T {
  if (!result.ok) {
    throw new QueryFailure(result.error);
  }
  return result.value;
}
