import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { forgetReadings, isOf } from './sharedReadings';

/** Reads IRM's alert groups of an integration anew, where a page shows them: something has just changed there. */
export function useReadGroupsAgain(): (integrationId: string) => void {
  const client = useQueryClient();
  return useCallback(
    (integrationId) => {
      forgetReadings(integrationId);
      void client.invalidateQueries({
        predicate: ({ queryKey: [irm, kind, name] }) =>
          irm === 'irm' && kind === 'reading' && typeof name === 'string' && isOf(name, integrationId),
      });
    },
    [client]
  );
}
