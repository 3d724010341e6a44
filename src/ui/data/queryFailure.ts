import type { GrafanaError } from '../../connection/port/grafanaPort';
import type { Result } from '../../connection/result';

/** Carries a `GrafanaError` where an exception is expected. */
export class QueryFailure extends Error {
  constructor(readonly error: GrafanaError) {
    super(error.message);
  }
}

/** The value of a success; throws otherwise, as queries want it. */
export function valueOrThrow<T>(result: Result<T, GrafanaError>): T {
  if (!result.ok) {
    throw new QueryFailure(result.error);
  }
  return result.value;
}
