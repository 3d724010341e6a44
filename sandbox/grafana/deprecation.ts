import type { MiddlewareHandler } from 'hono';

import type { GrafanaEnv, GrafanaVersion } from './context';

/** Grafana 13 still serves the old contact point and policy endpoints, and says that they will go. */
export function deprecatedIn13(version: GrafanaVersion, successor: string): MiddlewareHandler<GrafanaEnv> {
  return async (c, next) => {
    await next();
    if (version === '13.2.1') {
      c.header('Deprecation', 'true');
      c.header('Link', `<${successor}>; rel="successor-version"`);
    }
  };
}
