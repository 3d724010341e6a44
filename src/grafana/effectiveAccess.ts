import type { Access } from './settings';

const MAY_USE_PROXY = ['Editor', 'Admin'];

/**
 * The way that this user's calls take. The proxy routes are open to Editors and Admins only, so that a service
 * account lends no rights to others: everybody else looks with their own.
 *
 * @param orgRole role in the organisation, as in `config.bootData.user.orgRole`
 */
export function effectiveAccess(configured: Access, orgRole: string): Access {
  return configured === 'proxy' && MAY_USE_PROXY.includes(orgRole) ? 'proxy' : 'session';
}
