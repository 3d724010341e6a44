import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { driftOf } from '../../connection/drift/drift';
import { withFound, type Found } from '../../connection/reading/withFound';
import type { ReadingData } from './useReading';
import { READING_KEY } from './useRefresh';

/**
 * Shows what a run found in the end, in the place of another reading, and says whether there was one to put it into. The
 * next reading comes in its turn.
 */
export function useShowFound(): (found: Found) => Promise<boolean> {
  const queryClient = useQueryClient();
  return useCallback(
    async (found) => {
      // One that is under way may be older than what was found.
      await queryClient.cancelQueries({ queryKey: READING_KEY });
      const state = queryClient.getQueryState<ReadingData>(READING_KEY);
      if (!state?.data || state.status !== 'success') {
        return false;
      }
      const reading = withFound(state.data.reading, found);
      queryClient.setQueryData<ReadingData>(
        READING_KEY,
        { ...state.data, reading, driftOf },
        { updatedAt: state.dataUpdatedAt }
      );
      return true;
    },
    [queryClient]
  );
}
