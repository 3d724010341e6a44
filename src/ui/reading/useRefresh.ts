import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { noteTurn } from './pace';
import { ROUTING_KEY } from './useRouting';

export const READING_KEY = ['reading'];

/** Reads Grafana again, for every page and part of the plugin; settles when the new picture is there, or failed. */
export function useRefresh(): () => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(() => {
    noteTurn(queryClient);
    // Nobody waits for where alerts are routed.
    void queryClient.invalidateQueries({ queryKey: ROUTING_KEY });
    return queryClient.refetchQueries({ queryKey: READING_KEY });
  }, [queryClient]);
}
