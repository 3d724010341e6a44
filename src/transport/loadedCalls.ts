import { failure, type Result } from '../connection/result';

type Call<E> = (...args: never[]) => Promise<Result<unknown, E>>;

/**
 * Calls whose code is loaded with the first of them. Where it cannot be loaded, because the plugin was updated meanwhile
 * or the connection was lost, the call fails with `notLoaded(message)` and has sent nothing; the next one tries again.
 */
export function loadedCalls<E, Name extends string, Calls extends Record<Name, Call<E>>>(
  load: () => Promise<Calls>,
  names: readonly Name[],
  notLoaded: (message: string) => E
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
        return failure(notLoaded(error instanceof Error ? error.message : String(error)));
      }
      return calls[name](...args);
    };
  // TypeScript does not see that each name has got a call of its own type.
  return Object.fromEntries(names.map((name) => [name, through(name)])) as unknown as Pick<Calls, Name>;
}
