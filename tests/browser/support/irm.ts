import { request } from '@playwright/test';
import { environment } from './environment';

export interface Integration {
  /** Undefined for an endpoint that was given by hand: IRM's side can then not be looked at. */
  id: string | undefined;
  endpoint: string;
}

interface AlertGroup {
  state: string;
  title: string;
}

/** Makes an integration as a person would in IRM, through its public API. */
export async function createIntegration(name: string, type = 'alertmanager'): Promise<Integration> {
  if (environment.irmEndpoint) {
    return { id: undefined, endpoint: environment.irmEndpoint };
  }
  const answer = await api('POST', '/api/v1/integrations/', { type, name: `${name} ${Date.now()}` });
  const { id, link } = answer as { id: string; link: string };
  return { id, endpoint: link };
}

/** The alert groups of an integration, newest first; undefined when IRM's side cannot be looked at. */
export async function alertGroups({ id }: Integration): Promise<AlertGroup[] | undefined> {
  if (!id) {
    return undefined;
  }
  const answer = await api('GET', `/api/v1/alert_groups/?integration_id=${id}`);
  return (answer as { results: AlertGroup[] }).results;
}

export async function deleteIntegration({ id }: Integration): Promise<void> {
  if (id) {
    await api('DELETE', `/api/v1/integrations/${id}/`);
  }
}

async function api(method: 'GET' | 'POST' | 'DELETE', path: string, data?: unknown): Promise<unknown> {
  const context = await request.newContext({ extraHTTPHeaders: { Authorization: environment.irmApiToken } });
  try {
    const response = await context.fetch(`${environment.irmUrl}${path}`, { method, data });
    if (!response.ok()) {
      throw new Error(`${method} ${path}: IRM answered ${response.status()}: ${(await response.text()).slice(0, 200)}`);
    }
    return response.status() === 204 ? undefined : ((await response.json()) as unknown);
  } finally {
    await context.dispose();
  }
}
