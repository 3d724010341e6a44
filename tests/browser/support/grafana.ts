import { expect, request, type APIRequestContext, type Page } from '@playwright/test';
import { environment, type Account } from './environment';

export const PLUGIN_ID = 'irmconnect-setup-app';
const FOLDER = 'irm-heartbeats';
const RULER = `/api/ruler/grafana/api/v1/rules`;

/** Signs a browser page in, through the same address as Grafana's sign-in form. */
export async function signIn(page: Page, { user, password }: Account): Promise<void> {
  const response = await page.request.post('/login', { data: { user, password } });
  if (!response.ok()) {
    throw new Error(`signing in as ${user}: ${response.status()}`);
  }
}

/** What it writes can be edited in Grafana's pages. */
const LOCKS_NOTHING = { 'X-Disable-Provenance': 'true' };
/** Whoever disclaims provenance is refused what is locked. */
const DELETES_LOCKED = {};

/** A client of Grafana's HTTP API; dispose of it when done. */
export function apiOf(
  { user, password }: Account,
  grafanaUrl = environment.grafanaUrl,
  headers: Record<string, string> = LOCKS_NOTHING
): Promise<APIRequestContext> {
  const credentials = Buffer.from(`${user}:${password}`).toString('base64');
  return request.newContext({
    baseURL: grafanaUrl,
    extraHTTPHeaders: { Authorization: `Basic ${credentials}`, ...headers },
  });
}

/** Runs something with an API client of the administrator. */
export async function asAdmin<T>(run: (api: APIRequestContext) => Promise<T>, grafanaUrl?: string): Promise<T> {
  const api = await apiOf(environment.admin, grafanaUrl);
  try {
    return await run(api);
  } finally {
    await api.dispose();
  }
}

interface ContactPoint {
  uid: string;
  name: string;
  type: string;
  settings: { url?: string };
  disableResolveMessage: boolean;
  provenance?: string;
}

async function contactPoints(api: APIRequestContext): Promise<ContactPoint[]> {
  return (await (await api.get('/api/v1/provisioning/contact-points')).json()) as ContactPoint[];
}

interface RulerRule {
  for: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  grafana_alert: {
    uid: string;
    title: string;
    is_paused: boolean;
    provenance?: string;
    updated_by?: { uid: string; name: string };
    notification_settings?: Record<string, string>;
    data: Array<{ datasourceUid: string; model: Record<string, unknown> }>;
  };
}

export interface RuleGroup {
  name: string;
  interval: string;
  rules: RulerRule[];
}

/** Rule groups in the folder of the heartbeats; none when the folder does not exist. */
export async function heartbeatGroups(api: APIRequestContext): Promise<RuleGroup[]> {
  const response = await api.get(`${RULER}/${FOLDER}`);
  if (!response.ok()) {
    return [];
  }
  return Object.values((await response.json()) as Record<string, RuleGroup[]>).flat();
}

/** Pauses or resumes the rules of a heartbeat, as Grafana's rule list does. */
export async function pauseHeartbeat(api: APIRequestContext, group: RuleGroup, isPaused: boolean): Promise<void> {
  const rules = group.rules.map((rule) => ({ ...rule, grafana_alert: { ...rule.grafana_alert, is_paused: isPaused } }));
  const response = await api.post(`${RULER}/${FOLDER}`, { data: { ...group, rules } });
  expect(response.status(), await response.text()).toBe(202);
}

export interface ConnectionObjects {
  /** That for alerts first. */
  points: ContactPoint[];
  groups: RuleGroup[];
}

/** What Grafana holds of one endpoint. */
export function objectsOf(endpoint: string, grafanaUrl?: string): Promise<ConnectionObjects> {
  return asAdmin(async (api) => {
    const points = (await contactPoints(api))
      .filter((point) => point.settings.url?.startsWith(endpoint))
      .sort((a, b) => (a.settings.url ?? '').localeCompare(b.settings.url ?? ''));
    const names = points.map(({ name }) => name);
    const groups = (await heartbeatGroups(api)).filter(({ rules }) =>
      rules.some(({ grafana_alert }) => names.includes(grafana_alert.notification_settings?.receiver ?? ''))
    );
    return { points, groups };
  }, grafanaUrl);
}

/** Who made the folder of the heartbeats, by name. */
export function authorOfFolder(): Promise<string> {
  return asAdmin(async (api) => {
    const response = await api.get(`/api/folders/${FOLDER}`);
    return ((await response.json()) as { createdBy: string }).createdBy;
  });
}

/** Switches the plugin on with the given settings. */
export async function configurePlugin(
  jsonData: Record<string, string>,
  grafanaUrl?: string,
  secureJsonData: Record<string, string> = {}
): Promise<void> {
  await asAdmin(async (api) => {
    const response = await api.post(`/api/plugins/${PLUGIN_ID}/settings`, {
      data: { enabled: true, pinned: true, jsonData, secureJsonData },
    });
    if (!response.ok()) {
      throw new Error(`configuring the plugin: ${response.status()} ${await response.text()}`);
    }
  }, grafanaUrl);
}

export interface ServiceAccount {
  login: string;
  token: string;
  /** Takes it away again, token included. */
  remove(): Promise<unknown>;
}

/** Makes a service account of role Editor with a token. */
export function createServiceAccount(name: string): Promise<ServiceAccount> {
  return asAdmin(async (api) => {
    const account = await api.post('/api/serviceaccounts', { data: { name, role: 'Editor' } });
    const { id, login } = (await account.json()) as { id: number; login: string };
    const token = await api.post(`/api/serviceaccounts/${id}/tokens`, { data: { name } });
    const { key } = (await token.json()) as { key: string };
    const remove = () => asAdmin((admin) => admin.delete(`/api/serviceaccounts/${id}`));
    return { login, token: key, remove };
  });
}

/**
 * Removes what a walk left behind: rules, contact points that point at an endpoint, and the folder once it is empty.
 * Fails where something stays: a rule that does is evaluated among those of the tests that follow.
 */
export async function cleanUp(endpoint: string, grafanaUrl?: string): Promise<void> {
  const { points, groups } = await objectsOf(endpoint, grafanaUrl);
  const rules = groups.flatMap((group) => group.rules);
  const paths = [
    ...rules.map(({ grafana_alert }) => `alert-rules/${grafana_alert.uid}`),
    ...points.map(({ uid }) => `contact-points/${uid}`),
  ];
  const api = await apiOf(environment.admin, grafanaUrl, DELETES_LOCKED);
  try {
    for (const path of paths) {
      const response = await api.delete(`/api/v1/provisioning/${path}`);
      expect(response.ok(), `deleting ${path}: ${response.status()} ${await response.text()}`).toBe(true);
    }
    if ((await heartbeatGroups(api)).length === 0) {
      await api.delete(`/api/folders/${FOLDER}`);
    }
  } finally {
    await api.dispose();
  }
}
