import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { replicasKnown } from '../../connection/health/memory';
import { useServices } from '../data/services';
import { memoryToBeginWith, toldReplicas } from './rememberedReplicas';
import type { ReadingData } from './useReading';
import { READING_KEY } from './useRefresh';

/**
 * How many replicas are known of, to reckon a timing with: from the shared reading, before it from this browser and the
 * settings. Asks for nothing, and follows with the next rendering.
 */
export function useReplicasKnown(): number {
  const { settings } = useServices();
  const [remembered] = useState(() => memoryToBeginWith(toldReplicas(settings)));
  const data = useQueryClient().getQueryData<ReadingData>(READING_KEY);
  return replicasKnown(data?.memory ?? remembered);
}
