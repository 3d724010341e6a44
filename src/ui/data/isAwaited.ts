import type { UseQueryResult } from '@tanstack/react-query';

/**
 * Whether an answer is still to come that one has never had. A failure is one, too: TanStack Query calls a query
 * `isLoading` again with each repetition of a failed one, and what was shown without it would go each time.
 */
export const isAwaited = ({ isLoading, isFetched }: Pick<UseQueryResult, 'isLoading' | 'isFetched'>): boolean =>
  isLoading && !isFetched;
