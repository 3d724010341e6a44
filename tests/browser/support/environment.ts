/**
 * Where the specs run. Without GRAFANA_URL it is the sandbox, which Playwright starts; with it a real Grafana and a
 * real OnCall. An integration is made through IRM's public API, for which a real OnCall needs IRM_API_TOKEN; whoever
 * has none gives the HTTP endpoint of an integration of type Alertmanager as IRM_ENDPOINT.
 */
export const environment = {
  isSandbox: process.env.GRAFANA_URL === undefined,
  grafanaUrl: process.env.GRAFANA_URL ?? `http://localhost:${process.env.PORT ?? '3100'}`,
  admin: {
    user: process.env.GRAFANA_USER ?? 'admin',
    password: process.env.GRAFANA_PASSWORD ?? 'admin',
  },
  irmUrl: (process.env.IRM_URL ?? `http://localhost:${process.env.IRM_PORT ?? '8180'}`).replace(/\/+$/, ''),
  irmApiToken: process.env.IRM_API_TOKEN ?? 'sandbox-irm-token',
  irmEndpoint: process.env.IRM_ENDPOINT,
};

export interface Place {
  grafanaUrl: string;
  irmUrl: string;
}

export interface Account {
  user: string;
  password: string;
}

export const editor: Account = { user: 'editor', password: 'editorpass' };
export const viewer: Account = { user: 'viewer', password: 'viewerpass' };
