import { useQuery } from '@tanstack/react-query';
import type { NotificationPolicy } from '../connection/coverage/types';
import { valueOrThrow, type QueryFailure } from '../ui/data/queryFailure';
import { useServices } from '../ui/data/services';

/** Policies of others change seldom; milliseconds. */
const FRESH_MS = 30_000;

/** The default notification policy with all below it. */
export function usePolicies() {
  const { grafana } = useServices();
  return useQuery<NotificationPolicy, QueryFailure>({
    queryKey: ['notification-policies'],
    queryFn: async () => valueOrThrow(await grafana.readPolicies()),
    staleTime: FRESH_MS,
  });
}

/** Trees that rules name instead of the default one; asked for only where a rule does. */
export function useOtherTrees(isWanted: boolean) {
  const { grafana } = useServices();
  return useQuery<ReadonlyMap<string, NotificationPolicy>, QueryFailure>({
    queryKey: ['other-policy-trees'],
    queryFn: async () => valueOrThrow(await grafana.readOtherTrees()),
    enabled: isWanted,
    staleTime: FRESH_MS,
    retry: false,
    structuralSharing: false,
  });
}
