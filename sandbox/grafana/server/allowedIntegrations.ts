import type { MiddlewareHandler } from 'hono';

import type { GrafanaEnv } from '../context';
import { failure } from '../platform/status';
import { asObject, asText, jsonBody } from '../requestBody';

/**
 * Refuses contact points, and tests of such, of a type that `[unified_alerting] allowed_integrations` leaves out. That
 * 13.1 and later do so was read; status and words are ours.
 */
export function onlyIntegrations(allowed: readonly string[]): MiddlewareHandler<GrafanaEnv> {
  return async (c, next) => {
    if (c.req.method !== 'POST' && c.req.method !== 'PUT') {
      return next();
    }
    const refused = typesIn(await jsonBody(c)).find((type) => !allowed.includes(type));
    if (refused === undefined) {
      return next();
    }
    const message = `integration type "${refused}" is not allowed`;
    return c.req.path.startsWith('/apis/')
      ? failure({ code: 400, reason: 'BadRequest', message })
      : c.json({ message }, 400);
  };
}

function typesIn(body: Record<string, unknown> | undefined): string[] {
  const integrations = asObject(body?.spec).integrations;
  const listed = Array.isArray(integrations) ? integrations.map(asObject) : [];
  return [body ?? {}, asObject(body?.integration), ...listed].map(({ type }) => asText(type)).filter(Boolean);
}
