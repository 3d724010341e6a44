import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** No more than so many are kept; older ones have left the picture. */
const MOST = 500;
const NONE: readonly number[] = [];

/**
 * All beats of a connection that were seen since the plugin was loaded (epoch milliseconds, oldest first). Grafana
 * keeps only the last one, so each refresh adds at most one.
 */
export function useSeenBeats(connectionId: string, lastBeat: number | undefined): readonly number[] {
  const queryClient = useQueryClient();
  const { data: beats = NONE } = useQuery<readonly number[]>({
    queryKey: keyOf(connectionId),
    // Nothing is asked for: what is seen is put there.
    queryFn: skipToken,
    gcTime: Infinity,
  });
  useEffect(() => {
    if (lastBeat !== undefined) {
      queryClient.setQueryData<readonly number[]>(keyOf(connectionId), (known = NONE) =>
        known.includes(lastBeat) ? known : [...known, lastBeat].sort((a, b) => a - b).slice(-MOST)
      );
    }
  }, [queryClient, connectionId, lastBeat]);
  return beats;
}

const keyOf = (connectionId: string) => ['seen-beats', connectionId] as const;
