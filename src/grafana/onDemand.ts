import type { GrafanaError } from '../connection/port/grafanaPort';
import type { Result } from '../connection/result';
import { loadedCalls } from '../transport/loadedCalls';

type Call = (...args: never[]) => Promise<Result<unknown, GrafanaError>>;

/** Calls to Grafana that most pages never make: loaded with the first of them, or failed as `notLoaded`. */
export const onDemand = <Name extends string, Calls extends Record<Name, Call>>(
  load: () => Promise<Calls>,
  names: readonly Name[]
): Pick<Calls, Name> =>
  loadedCalls<GrafanaError, Name, Calls>(load, names, (message) => ({
    reason: 'notLoaded',
    message,
    status: undefined,
  }));
