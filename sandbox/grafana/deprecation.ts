import type { MiddlewareHandler } from 'hono';

import type { GrafanaEnv, GrafanaVersion } from './context';

/** When it was told; the real date is not known here. */
const SINCE = 'Tue, 23 Jun 2026 00:00:00 GMT';

/**
 * From 13.1 on Grafana still serves the older endpoints, and says in every answer that they will go. The names of the
 * headers are read in the source, their words are ours.
 */
export function deprecatedIn13(version: GrafanaVersion, successor: string): MiddlewareHandler<GrafanaEnv> {
  return async (c, next) => {
    await next();
    if (version === '13.2.1') {
      c.header('Warning', `299 - "Deprecated API: use ${successor}"`);
      c.header('X-API-Deprecation-Date', SINCE);
      c.header('X-API-Replacement', successor);
    }
  };
}
