export type IrmRole = 'admin' | 'editor' | 'viewer';

const ranks: readonly IrmRole[] = ['viewer', 'editor', 'admin'];

export function isAtLeast(role: IrmRole, needed: IrmRole): boolean {
  return ranks.indexOf(role) >= ranks.indexOf(needed);
}

/** The least role of a user for each right; a service account has its rights one by one, whatever its role. */
const leastRoles = {
  'integrations:read': 'viewer',
  'integrations:write': 'admin',
  'alert-groups:read': 'viewer',
  'alert-groups:write': 'editor',
  'escalation-chains:read': 'viewer',
  'escalation-chains:write': 'admin',
  'user-settings:read': 'viewer',
  'other-settings:read': 'viewer',
} as const satisfies Record<string, IrmRole>;

/** A right of the public API. IRM's names carry `grafana-irm-app.` before it, OnCall's `grafana-oncall-app.`. */
export type Permission = keyof typeof leastRoles;

export const allPermissions = Object.keys(leastRoles) as readonly Permission[];

export const readPermissions = allPermissions.filter((permission) => permission.endsWith(':read'));

export function roleHas(role: IrmRole, permission: Permission): boolean {
  return isAtLeast(role, leastRoles[permission]);
}
