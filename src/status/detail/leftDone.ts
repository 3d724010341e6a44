import { skipToken, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Done } from './actions/types';

const KEY = ['left-done'] as const;

/**
 * What was done to a connection that is gone now, for the page that the person is led to. It is kept in memory only,
 * as its undo knows the endpoint.
 */
export const leaveDone = (client: QueryClient, done: Done | undefined) => client.setQueryData(KEY, done ?? null);

export function useLeftDone() {
  const client = useQueryClient();
  const { data } = useQuery<Done | null>({ queryKey: KEY, queryFn: skipToken });
  return { done: data ?? undefined, setDone: (done: Done | undefined) => leaveDone(client, done) };
}
