import type { Result } from '../../src/connection/result';

/** What a call came to; where it failed, so does the test. */
export async function valueOf<T>(result: Result<T, unknown> | Promise<Result<T, unknown>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) {
    throw new Error(JSON.stringify(settled.error));
  }
  return settled.value;
}
