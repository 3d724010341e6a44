import { useQueryClient } from '@tanstack/react-query';
import { replicasKnown } from '../../connection/health/memory';
import type { ReadingData } from './useReading';
import { READING_KEY } from './useRefresh';

/** How many replicas are known of, to reckon a timing with; asks for nothing, and follows with the next rendering. */
export function useReplicasKnown(): number {
  const data = useQueryClient().getQueryData<ReadingData>(READING_KEY);
  return data ? replicasKnown(data.memory) : 1;
}
