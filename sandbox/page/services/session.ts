import { config } from '@grafana/runtime';
import { inGrafana, withinGrafana } from './subPath';

/** What the page asks about the signed-in user. */
export const session = {
  get user() {
    return config.bootData.user;
  },
  get isAdmin() {
    return session.user.isGrafanaAdmin || session.user.orgRole === 'Admin';
  },
  /** Whether the user has this role or one above it. */
  hasRole(role: string): boolean {
    const order = ['Viewer', 'Editor', 'Admin'];
    return session.isAdmin || order.indexOf(session.user.orgRole) >= order.indexOf(role);
  },
};

/** Signing in loads the page anew, and so leads back to where one was. */
export function goToSignIn(): void {
  const here = withinGrafana(location.pathname) + location.search + location.hash;
  const target = here.startsWith('/login') ? '/login' : `/login?redirectTo=${encodeURIComponent(here)}`;
  location.assign(inGrafana(target));
}
