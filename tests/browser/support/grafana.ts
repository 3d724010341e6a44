import { request, type APIRequestContext, type Page } from '@playwright/test';
import { environment, type Account } from './environment';

export const PLUGIN_ID = 'irmconnect-setup-app';
const FOLDER = 'irm-heartbeats';

/** Signs a browser page in, through the same address as Grafana's sign-in form. */
export async function signIn(page: Page, { user, password }: Account): Promise<void> {
  const response = await page.request.post('/login', { data: { user, password } });
  if (!response.ok()) {
    throw new Error(`signing in as ${user}: ${response.status()}`);
  }
}

/** A client of Grafana's HTTP API; dispose of it when done. */
export function apiOf({ user, password }: Account): Promise<APIRequestContext> {
  const credentials = Buffer.from(`${user}:${password}`).toString('base64');
  return request.newContext({
    baseURL: environment.grafanaUrl,
    extraHTTPHeaders: { Authorization: `Basic ${credentials}`, 'X-Disable-Provenance': 'true' },
  });
}

/** Runs something with an API client of the administrator. */
export async function asAdmin<T>(run: (api: APIRequestContext) => Promise<T>): Promise<T> {
  const api = await apiOf(environment.admin);
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

export async function contactPoints(api: APIRequestContext): Promise<ContactPoint[]> {
  return (await (await api.get('/api/v1/provisioning/contact-points')).json()) as ContactPoint[];
}

interface RulerRule {
  for: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  grafana_alert: {
    title: string;
    is_paused: boolean;
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
  const response = await api.get(`/api/ruler/grafana/api/v1/rules/${FOLDER}`);
  if (!response.ok()) {
    return [];
  }
  return Object.values((await response.json()) as Record<string, RuleGroup[]>).flat();
}

/** Switches the plugin on with the given settings. */
export async function configurePlugin(
  jsonData: Record<string, string>,
  secureJsonData: Record<string, string> = {}
): Promise<void> {
  await asAdmin(async (api) => {
    const response = await api.post(`/api/plugins/${PLUGIN_ID}/settings`, {
      data: { enabled: true, pinned: true, jsonData, secureJsonData },
    });
    if (!response.ok()) {
      throw new Error(`configuring the plugin: ${response.status()} ${await response.text()}`);
    }
  });
}

/** Token of a fresh service account of role Editor. */
export async function createServiceAccountToken(name: string): Promise<string> {
  return asAdmin(async (api) => {
    const account = await api.post('/api/serviceaccounts', { data: { name, role: 'Editor' } });
    const { id } = (await account.json()) as { id: number };
    const token = await api.post(`/api/serviceaccounts/${id}/tokens`, { data: { name } });
    return ((await token.json()) as { key: string }).key;
  });
}

/** Removes what a walk left behind: rules, folder and the contact points that point at an endpoint. */
export async function cleanUp(endpoint: string): Promise<void> {
  await asAdmin(async (api) => {
    for (const { name, rules } of await heartbeatGroups(api)) {
      const receivers = rules.map((rule) => rule.grafana_alert.notification_settings?.receiver);
      const own = (await contactPoints(api)).filter((point) => point.settings.url?.startsWith(endpoint));
      if (own.some((point) => receivers.includes(point.name))) {
        await api.delete(`/api/ruler/grafana/api/v1/rules/${FOLDER}/${encodeURIComponent(name)}`);
      }
    }
    for (const point of await contactPoints(api)) {
      if (point.settings.url?.startsWith(endpoint)) {
        await api.delete(`/api/v1/provisioning/contact-points/${point.uid}`);
      }
    }
  });
}
