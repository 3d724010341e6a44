import { QueryClient, type Query } from '@tanstack/react-query';
import { QueryFailure } from './queryFailure';

/** How long a failure lasts before the next look, where no query says it itself; milliseconds. */
const AGAIN_MS = 30_000;

/** Refused, and so the next time as well: each refusal stands in the browser's console. */
const LASTING = ['forbidden', 'userRoleTooLow', 'tokenRefused', 'notConfigured', 'stackUnknown'];

/** Milliseconds until what could not be read is read again; IRM tells by itself when it takes requests again. */
function untilReadAgain({ state: { status, error } }: Pick<Query, 'state'>): number | false {
  if (status !== 'error' || !(error instanceof QueryFailure)) {
    return false;
  }
  const { reason, waitSeconds }: { reason?: string; waitSeconds?: number } = error.error;
  return LASTING.includes(reason ?? '') ? false : Math.max(AGAIN_MS, (waitSeconds ?? 0) * 1000);
}

/**
 * The plugin's store of what it read. A call that fails is told, not repeated at once behind one's back; what was only
 * read is read again later, so that a page that stays open comes back by itself. Nothing waits for the internet: a
 * Grafana of one's own is often reached without it, and a change must never run later on its own.
 */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', refetchInterval: untilReadAgain },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
