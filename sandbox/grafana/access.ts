import type { MiddlewareHandler } from 'hono';

import type { GrafanaEnv, May, OrgRole } from './context';

const RANK: Record<OrgRole, number> = { None: 0, Viewer: 1, Editor: 2, Admin: 3 };

export function hasRole(role: OrgRole, needed: OrgRole): boolean {
  return RANK[role] >= RANK[needed];
}

/** Grafana's answer to somebody who lacks `permissions`, which are named as Grafana names them for that endpoint. */
export function accessDenied(permissions: string): Response {
  const message = `You'll need additional permissions to perform this action. Permissions needed: ${permissions}`;
  const digits = Array.from({ length: 10 }, () => Math.floor(Math.random() * 10)).join('');
  return answer(403, { accessErrorId: `ACE${digits}`, message, title: 'Access denied' });
}

/** A right on an object (`receivers:uid:x`), or without a scope on any. */
export type Right = string | { action: string; scope: string };

/** Lets people through who have all rights of one of these ways, whatever their role. */
export function opensBy(ways: ReadonlyArray<readonly Right[]>, permissions: string): MiddlewareHandler<GrafanaEnv> {
  return async (c, next) => (hasOneOf(c.get('may'), ways) ? next() : accessDenied(permissions));
}

export function hasOneOf(may: May, ways: ReadonlyArray<readonly Right[]>): boolean {
  return ways.some((rights) =>
    rights.every((right) => (typeof right === 'string' ? may(right) : may(right.action, right.scope)))
  );
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
