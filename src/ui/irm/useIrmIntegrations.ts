import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { MOST_PAGES } from '../../connection/irm/findIntegration';
import type { IrmError, IrmIntegration, IrmPage } from '../../connection/irm/irmPort';
import { useServices } from '../data/services';
import { answerOf, type IrmFailure } from './irmFailure';
import { IRM_FRESH_MS } from './useIntegration';

export const INTEGRATIONS_KEY = ['irm', 'integrations'] as const;

export interface IrmIntegrations {
  /** What was read so far, each integration once; undefined before the first page. */
  items: readonly IrmIntegration[] | undefined;
  /** How many IRM has in all, by its last answer. */
  total: number;
  error: IrmError | undefined;
  isReading: boolean;
  /** More are there than are read: those can only be found by their exact title. */
  isCutShort: boolean;
  /** After a failure: goes on with the page that failed. */
  retry(): void;
  /** Reads all of them anew. */
  refresh(): void;
}

/**
 * IRM's integrations, page after page, since IRM filters them by nothing but the exact name; up to 5,000 of them.
 * @param isWanted whether the API is to be asked at all.
 * @param readsAll whether the pages behind the first are wanted, too.
 */
export function useIrmIntegrations(isWanted: boolean, readsAll: boolean): IrmIntegrations {
  const { irm } = useServices();
  const query = useInfiniteQuery<
    IrmPage<IrmIntegration>,
    IrmFailure,
    InfiniteData<IrmPage<IrmIntegration>, number>,
    typeof INTEGRATIONS_KEY,
    number
  >({
    queryKey: INTEGRATIONS_KEY,
    queryFn: ({ pageParam }) => answerOf(irm, (api) => api.listIntegrations({ page: pageParam })),
    initialPageParam: 1,
    getNextPageParam: (last, _all, page) => (last.hasMore && page < MOST_PAGES ? page + 1 : undefined),
    enabled: irm !== undefined && isWanted,
    staleTime: IRM_FRESH_MS,
    refetchOnWindowFocus: false,
  });
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = query;
  // A first page that is asked for again is no reason to forget why: what is shown meanwhile stays as it is.
  const [lastError, setLastError] = useState(error);
  if (error && error !== lastError) {
    setLastError(error);
  }
  const goesOn = isWanted && readsAll && hasNextPage && !isFetching && !error;
  const pagesRead = data?.pages.length ?? 0;
  useEffect(() => {
    // Each page asks for the next: answers may come so fast that nothing was drawn in between.
    if (goesOn && pagesRead > 0) {
      void fetchNextPage();
    }
  }, [goesOn, pagesRead, fetchNextPage]);
  const items = useMemo(() => data && eachOnce(data.pages.flatMap((page) => page.items)), [data]);
  const last = data?.pages.at(-1);
  return {
    items,
    total: last?.total ?? 0,
    error: (data ? error : (error ?? lastError))?.error,
    isReading: isFetching || goesOn,
    isCutShort: last?.hasMore === true && data?.pages.length === MOST_PAGES,
    retry: () => void (query.isFetchNextPageError ? fetchNextPage() : refetch()),
    refresh: () => void refetch(),
  };
}

/** A list that changes while it is read shows some entries on two pages. */
const eachOnce = (items: readonly IrmIntegration[]) => [...new Map(items.map((item) => [item.id, item])).values()];
