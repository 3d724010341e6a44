import type { Permissions } from '../connection/plan/granted';
import type { GrafanaError } from '../connection/port/grafanaPort';
import { administrativeActions } from './administrativeActions';
import { readPermissions } from './permissions';
import type { Transport } from '../transport/transport';

type ServiceAccountRole = 'Viewer' | 'Editor' | 'Admin';

/** Why the plugin's service account does not work. */
export type ProxyProblem =
  /** The plugin was never configured or enabled, or Grafana runs an older version of it. */
  | 'notConfigured'
  /** There is no token, or Grafana does not take it. */
  | 'tokenRefused'
  /** Nobody answers at the address, its name is not known, or there is no address. */
  | 'unreachable'
  /** Somebody else answers, or Grafana below another path; also an address that redirects. */
  | 'wrongAddress'
  /** The service account may not do what the plugin does for Editors. */
  | 'roleTooLow'
  /** The signed-in user is neither Editor nor Admin. */
  | 'userRoleTooLow'
  /** The signed-in user's own session has ended. */
  | 'signedOut'
  | 'timeout'
  /** Nothing that the settings could mend: the error itself says what it is. */
  | 'other';

export type ProxyCheck =
  /** `beyondEditor` names the actions that administer and that an Editor lacks; empty when all is well. */
  | { ok: true; role: ServiceAccountRole; beyondEditor: string[]; permissions: Permissions }
  | { ok: false; problem: 'other'; error: GrafanaError; permissions?: undefined }
  /** With `permissions` the token is good. */
  | {
      ok: false;
      problem: Exclude<ProxyProblem, 'other'>;
      role?: ServiceAccountRole;
      message: string;
      permissions?: Permissions;
    };

/**
 * What an Editor may do and a Viewer may not, as far as the plugin is concerned; one of each line is enough. From 13.1
 * on Editors have no `alert.notifications:write` any longer, but rights on contact points of their own.
 */
const EDITOR_ACTIONS: ReadonlyArray<readonly string[]> = [
  ['alert.notifications:write', 'alert.notifications.receivers:create'],
  ['alert.provisioning.provenance:write'],
  ['alert.rules:create'],
  ['folders:create'],
];

/** Asks Grafana through the plugin's proxy what the service account may do. Changes nothing. */
export async function checkProxy(proxy: Transport): Promise<ProxyCheck> {
  const answer = await readPermissions(proxy);
  if (!answer.ok) {
    const { error } = answer;
    const problem = problemOf(error);
    return problem === 'other' ? { ok: false, problem, error } : { ok: false, problem, message: error.message };
  }
  const granted = answer.value;
  const missing = EDITOR_ACTIONS.filter((actions) => !actions.some((action) => action in granted));
  if (missing.length > 0) {
    const names = missing.map((actions) => actions.join(' or ')).join(', ');
    return {
      ok: false,
      problem: 'roleTooLow',
      role: 'Viewer',
      message: `Permissions needed: ${names}`,
      permissions: granted,
    };
  }
  // OSS has no question for a service account's own role; managing the organisation's users marks an Admin.
  const role = 'org.users:write' in granted ? 'Admin' : 'Editor';
  return { ok: true, role, beyondEditor: administrativeActions(Object.keys(granted)), permissions: granted };
}

function problemOf({ reason, status, message, serviceAccountAt }: GrafanaError): ProxyProblem {
  if (reason === 'proxyNotConfigured') {
    if (status === 401) {
      return 'tokenRefused';
    }
    return /^plugin/i.test(message) ? 'notConfigured' : 'wrongAddress';
  }
  if (reason === 'unexpected') {
    return status !== undefined && status < 300 ? 'wrongAddress' : 'other';
  }
  // What did not come from the other end of the route is no fault of its address, and a refusal from there none of the
  // person's role.
  const isOfRoute = serviceAccountAt !== undefined;
  if ((reason === 'unreachable' && !isOfRoute) || (reason === 'forbidden' && isOfRoute)) {
    return 'other';
  }
  return PROBLEMS[reason] ?? 'other';
}

const PROBLEMS: Partial<Record<GrafanaError['reason'], ProxyProblem>> = {
  unreachable: 'unreachable',
  forbidden: 'userRoleTooLow',
  unauthorized: 'signedOut',
  notFound: 'wrongAddress',
  notServed: 'wrongAddress',
  timeout: 'timeout',
};
