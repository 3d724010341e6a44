import { z } from 'zod';
import type { GrafanaError } from '../connection/port/grafanaPort';
import { requestJson } from './request';
import type { Transport } from './transport';

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
  | { ok: true; role: ServiceAccountRole }
  | { ok: false; problem: ProxyProblem; role?: ServiceAccountRole; message: string };

/** Actions with their scopes, as Grafana lists them for whoever asks (state.json, "user permissions"). */
const permissions = z.record(z.string(), z.array(z.string()));

/** What an Editor may do and a Viewer may not, as far as the plugin is concerned. */
const EDITOR_ACTIONS = [
  'alert.notifications:write',
  'alert.provisioning.provenance:write',
  'alert.rules:create',
  'folders:create',
];

/** Asks Grafana through the plugin's proxy what the service account may do. Changes nothing. */
export async function checkProxy(proxy: Transport): Promise<ProxyCheck> {
  const answer = await requestJson(proxy, { method: 'GET', path: '/api/access-control/user/permissions' }, permissions);
  if (!answer.ok) {
    return { ok: false, problem: problemOf(answer.error), message: answer.error.message };
  }
  const granted = answer.value.value;
  const missing = EDITOR_ACTIONS.filter((action) => !(action in granted));
  if (missing.length > 0) {
    return { ok: false, problem: 'roleTooLow', role: 'Viewer', message: `Permissions needed: ${missing.join(', ')}` };
  }
  // OSS has no question for a service account's own role; managing the organisation's users marks an Admin.
  return { ok: true, role: 'org.users:write' in granted ? 'Admin' : 'Editor' };
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
