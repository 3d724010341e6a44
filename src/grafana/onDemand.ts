import type { GrafanaError } from '../connection/port/grafanaPort';
import { failure, type Result } from '../connection/result';

type Call = (...args: never[]) => Promise<Result<unknown, GrafanaError>>;

/**
 * Calls that most pages never make: their code is loaded with the first of them. Where it cannot be loaded, because the
 * plugin was updated meanwhile or the connection was lost, the call fails with `notLoaded` and has sent nothing; the next
 * one tries again.
 */
export function onDemand<Name extends string, Calls extends Record<Name, Call>>(
  load: () => Promise<Calls>,
  names: readonly Name[]
): Pick<Calls, Name> {
  let loading: Promise<Calls> | undefined;
  const through =
    (name: Name) =>
    async (...args: Parameters<Calls[Name]>) => {
      let calls: Calls;
      try {
        calls = await (loading ??= load());
      } catch (error) {
        loading = undefined;
        const message = error instanceof Error ? error.message : String(error);
        return failure({ reason: 'notLoaded', message, status: undefined } as const);
      }
      return calls[name](...args);
    };
  // TypeScript does not see that each name has got a call of its own type.
  return Object.fromEntries(names.map((name) => [name, through(name)])) as unknown as Pick<Calls, Name>;
}
