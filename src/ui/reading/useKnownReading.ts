import { notifyManager, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { ReadingData } from './useReading';
import { READING_KEY } from './useRefresh';

/** The last reading that any part of the plugin made, undefined where none did. Asks for none itself. */
export function useKnownReading(): ReadingData | undefined {
  const client = useQueryClient();
  const subscribe = useCallback(
    (onChange: () => void) => client.getQueryCache().subscribe(notifyManager.batchCalls(onChange)),
    [client]
  );
  return useSyncExternalStore(subscribe, () => client.getQueryData<ReadingData>(READING_KEY));
}
