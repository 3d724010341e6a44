import { QueryClient } from '@tanstack/react-query';

/**
 * The plugin's store of what it read. A call that fails is told, not repeated behind one's back, and nothing waits for
 * the internet: a Grafana of one's own is often reached without it, and a change must never run later on its own.
 */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
