import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

export const READING_KEY = ['reading'];

/** Reads Grafana again, for every page and part of the plugin; settles when the new picture is there, or failed. */
export function useRefresh(): () => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(() => queryClient.refetchQueries({ queryKey: READING_KEY }), [queryClient]);
}
