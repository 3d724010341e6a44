import { request } from '@playwright/test';
import { environment } from './environment';

export interface Integration {
  /** Undefined for an endpoint that was given by hand: IRM's side can then not be looked at. */
  id: string | undefined;
  endpoint: string;
  irmUrl: string;
}

interface AlertGroup {
  state: string;
  title: string;
}

/** Makes an integration as a person would in IRM, through its public API. */
export async function createIntegration(name: string, irmUrl = environment.irmUrl): Promise<Integration> {
  if (environment.irmEndpoint && irmUrl === environment.irmUrl) {
    return { id: undefined, endpoint: environment.irmEndpoint, irmUrl };
  }
  const data = { type: 'alertmanager', name: `${name} ${Date.now()}` };
  const { id, link } = (await api({ irmUrl }, 'POST', '/api/v1/integrations/', data)) as { id: string; link: string };
  return { id, endpoint: link, irmUrl };
}

/** The integrations that have this name. */
export async function integrationsNamed(name: string, irmUrl = environment.irmUrl) {
  const path = `/api/v1/integrations/?name=${encodeURIComponent(name)}`;
  const { results } = (await api({ irmUrl }, 'GET', path)) as {
    results: Array<{ id: string; link: string; default_route: { escalation_chain_id: string | null } }>;
  };
  return results.map(({ id, link, default_route }) => ({
    integration: { id, endpoint: link, irmUrl } satisfies Integration,
    escalationChainId: default_route.escalation_chain_id,
  }));
}

/** The alert groups of an integration, newest first; undefined when IRM's side cannot be looked at. */
export async function alertGroups(integration: Integration): Promise<AlertGroup[] | undefined> {
  if (!integration.id) {
    return undefined;
  }
  const answer = await api(integration, 'GET', `/api/v1/alert_groups/?integration_id=${integration.id}`);
  return (answer as { results: AlertGroup[] }).results;
}

export async function deleteIntegration(integration: Integration): Promise<void> {
  if (integration.id) {
    await api(integration, 'DELETE', `/api/v1/integrations/${integration.id}/`);
  }
}

type Fault =
  { kind: 'none' | 'redirect' } | { kind: 'status'; status: 403 | 404 | 429 | 500 } | { kind: 'slow'; seconds: number };

/** Sandbox only: makes the integration answer wrongly on purpose, until told otherwise. */
export async function breakIntegration(integration: Integration, fault: Fault): Promise<void> {
  await api(integration, 'PUT', `/ui/api/integrations/${integration.id}/fault`, fault);
}

/** Sandbox only: arrival times of beats in milliseconds, oldest first. */
export async function beatsOf(integration: Integration): Promise<number[]> {
  const answer = await api(integration, 'GET', `/ui/api/integrations/${integration.id}/deliveries`);
  return (answer as Array<{ at: number; target: 'alert' | 'heartbeat' }>)
    .filter(({ target }) => target === 'heartbeat')
    .map(({ at }) => at)
    .reverse();
}

/** Sandbox only: the time there, which may pass faster than here. */
export async function timeIn({ irmUrl }: Pick<Integration, 'irmUrl'>): Promise<number> {
  const { headers } = await fetch(`${irmUrl}/health/`);
  return Date.parse(headers.get('Date') ?? '');
}

/** Sandbox only: sets the heartbeat interval in seconds, as a person does in IRM. */
export async function setHeartbeatInterval(integration: Integration, intervalSeconds: number): Promise<void> {
  await api(integration, 'PUT', `/ui/api/integrations/${integration.id}/heartbeat`, { intervalSeconds });
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

async function api(
  { irmUrl }: Pick<Integration, 'irmUrl'>,
  method: Method,
  path: string,
  data?: unknown
): Promise<unknown> {
  const context = await request.newContext({ extraHTTPHeaders: { Authorization: environment.irmApiToken } });
  try {
    const response = await context.fetch(`${irmUrl}${path}`, { method, data });
    if (!response.ok()) {
      throw new Error(`${method} ${path}: IRM answered ${response.status()}: ${(await response.text()).slice(0, 200)}`);
    }
    return response.status() === 204 ? undefined : ((await response.json()) as unknown);
  } finally {
    await context.dispose();
  }
}
