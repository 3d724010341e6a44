import type { Access } from './settings';

/** Whether the proxy routes are open to this role in the organisation. */
export const mayUseProxy = (orgRole: string) => ['Editor', 'Admin'].includes(orgRole);

/**
 * The way that this user's calls take. The proxy routes are open to Editors and Admins only, so that a service
 * account lends no rights to others: everybody else looks with their own.
 *
 * @param orgRole role in the organisation, as in `config.bootData.user.orgRole`
 */
export function effectiveAccess(configured: Access, orgRole: string): Access {
  return configured === 'proxy' && mayUseProxy(orgRole) ? 'proxy' : 'session';
}
