import type { MiddlewareHandler } from 'hono';

import type { GrafanaEnv, OrgRole } from './context';

const RANK: Record<OrgRole, number> = { Viewer: 1, Editor: 2, Admin: 3 };

export function hasRole(role: OrgRole, needed: OrgRole): boolean {
  return RANK[role] >= RANK[needed];
}

/** Grafana's answer to somebody who lacks `permissions`, which are named as Grafana names them for that endpoint. */
export function accessDenied(permissions: string): Response {
  const message = `You'll need additional permissions to perform this action. Permissions needed: ${permissions}`;
  const digits = Array.from({ length: 10 }, () => Math.floor(Math.random() * 10)).join('');
  return answer(403, { accessErrorId: `ACE${digits}`, message, title: 'Access denied' });
}

/** Lets only people of this role or a higher one through. */
export function needs(role: OrgRole, permissions: string): MiddlewareHandler<GrafanaEnv> {
  return async (c, next) => {
    if (!hasRole(c.get('user').role, role)) {
      return accessDenied(permissions);
    }
    return next();
  };
}

/** Answers of Grafana's own middleware name the charset. */
export function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json; charset=UTF-8' },
  });
}

export function unauthorized(messageId: string, message: string): Response {
  return answer(401, { extra: null, message, messageId, statusCode: 401, traceID: '' });
}
