import { useInfiniteQuery } from '@tanstack/react-query';
import type { FoundRules } from '../connection/port/grafanaPort';
import { valueOrThrow, type QueryFailure } from '../ui/data/queryFailure';
import { useServices } from '../ui/data/services';

/** Alert rules with these words in their name, read a part at a time. */
export function useCadenceRules(name: string) {
  const { grafana } = useServices();
  const query = useInfiniteQuery<FoundRules, QueryFailure, FoundRules['rules'], string[], string | undefined>({
    queryKey: ['cadence-rules', name],
    initialPageParam: undefined,
    queryFn: async ({ pageParam }) => valueOrThrow(await grafana.findRules({ name, after: pageParam })),
    getNextPageParam: (page) => page.next,
    select: ({ pages }) => pages.flatMap(({ rules }) => rules),
    placeholderData: (previous) => previous,
  });
  return {
    rules: query.data,
    error: query.error?.error,
    isLoading: query.isFetching,
    hasMore: query.hasNextPage,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
