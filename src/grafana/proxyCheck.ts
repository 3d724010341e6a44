import { z } from '../transport/zod';
import type { GrafanaError } from '../connection/port/grafanaPort';
import { administrativeActions } from './administrativeActions';
import { requestJson } from './request';
import type { Transport } from '../transport/transport';

export type ServiceAccountRole = 'Viewer' | 'Editor' | 'Admin';

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
  | 'other';

export type ProxyCheck =
  /** `beyondEditor` names the actions that administer and that an Editor lacks; empty when all is well. */
  | { ok: true; role: ServiceAccountRole; beyondEditor: string[] }
  | { ok: false; problem: ProxyProblem; role?: ServiceAccountRole; message: string };

/** Actions with their scopes, as Grafana lists them for whoever asks (state.json, "user permissions"). */
const permissions = z.record(z.string(), z.array(z.string()));

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
  const answer = await requestJson(proxy, { method: 'GET', path: '/api/access-control/user/permissions' }, permissions);
  if (!answer.ok) {
    return { ok: false, problem: problemOf(answer.error), message: answer.error.message };
  }
  const granted = answer.value.value;
  const missing = EDITOR_ACTIONS.filter((actions) => !actions.some((action) => action in granted));
  if (missing.length > 0) {
    const names = missing.map((actions) => actions.join(' or ')).join(', ');
    return { ok: false, problem: 'roleTooLow', role: 'Viewer', message: `Permissions needed: ${names}` };
  }
  // OSS has no question for a service account's own role; managing the organisation's users marks an Admin.
  const role = 'org.users:write' in granted ? 'Admin' : 'Editor';
  return { ok: true, role, beyondEditor: administrativeActions(Object.keys(granted)) };
}

function problemOf({ reason, status, message }: GrafanaError): ProxyProblem {
  if (reason === 'proxyNotConfigured') {
    if (status === 401) {
      return 'tokenRefused';
    }
    return /^plugin/i.test(message) ? 'notConfigured' : 'wrongAddress';
  }
  if (reason === 'unexpected') {
    return status !== undefined && status < 300 ? 'wrongAddress' : 'other';
  }
  return PROBLEMS[reason] ?? 'other';
}

const PROBLEMS: Partial<Record<GrafanaError['reason'], ProxyProblem>> = {
  unreachable: 'unreachable',
  forbidden: 'userRoleTooLow',
  unauthorized: 'signedOut',
  notFound: 'wrongAddress',
  timeout: 'timeout',
};
