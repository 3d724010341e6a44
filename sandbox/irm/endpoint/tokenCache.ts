import type { Clock } from '../../clock';
import type { Integration } from '../model';
import type { Store } from '../store';

const cachedMs = 5000;

/** Finds integrations by token as IRM does: what was found once counts for five seconds, even when deleted meanwhile. */
export function createTokenCache(store: Store, clock: Clock) {
  const cache = new Map<string, { integration: Integration; until: number }>();
  return {
    find(token: string): Integration | undefined {
      const now = clock.now();
      const cached = cache.get(token);
      if (cached && now < cached.until) {
        return cached.integration;
      }
      cache.delete(token);
      const integration = store.withToken(token);
      if (integration) {
        cache.set(token, { integration, until: now + cachedMs });
      }
      return integration;
    },
  };
}
