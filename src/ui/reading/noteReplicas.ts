import type { QueryClient } from '@tanstack/react-query';
import { strongest } from '../../connection/health/replicas';
import { rememberReplicas } from './rememberedReplicas';
import type { ReadingData } from './useReading';
import { READING_KEY } from './useRefresh';

/** Adds to the shared reading what a state history proves that was read for another purpose. `seenAt`: server's time. */
export function noteReplicas(queryClient: QueryClient, count: number, seenAt: number): void {
  const data = queryClient.getQueryData<ReadingData>(READING_KEY);
  // An administrator who says that there is one has seen the history of more.
  if (!data || count < 2 || data.replicas === 'one' || (data.memory.evidence?.count ?? 0) >= count) {
    return;
  }
  const evidence = strongest(data.memory.evidence, { proof: 'history', seenAt, count });
  if (evidence) {
    rememberReplicas(evidence);
  }
  const memory = { ...data.memory, evidence, severalReplicas: true };
  // `updatedAt` stays: nothing of Grafana was read anew.
  const updatedAt = queryClient.getQueryState(READING_KEY)?.dataUpdatedAt;
  queryClient.setQueryData<ReadingData>(READING_KEY, { ...data, memory }, { updatedAt });
}
