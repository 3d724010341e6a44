/** What a real Grafana has under these addresses and nobody needs here. `*` stands for any rest. */
interface NotBuilt {
  /** `*` for every one. */
  method: string;
  path: string;
  reason: string;
}

const PLATFORM = '/apis/notifications.alerting.grafana.app/*';

export const NOT_BUILT: NotBuilt[] = [
  { method: '*', path: `${PLATFORM}/templategroups*`, reason: 'notification templates' },
  {
    method: 'POST',
    path: `${PLATFORM}/timeintervals*`,
    reason: 'writing mute timings, which the provisioning API has',
  },
  { method: '*', path: '/api/v1/provisioning/templates*', reason: 'notification templates' },
  { method: 'POST', path: '/api/alertmanager/grafana/config/api/v1/alerts', reason: 'writing the raw configuration' },
  { method: '*', path: '/api/dashboards/*', reason: 'more of dashboards' },
  { method: '*', path: '/api/ds/query*', reason: 'queries of data sources' },
  { method: '*', path: '/api/datasources/proxy/*', reason: 'queries of data sources' },
  { method: '*', path: '/api/annotations*', reason: 'annotations' },
  { method: '*', path: '/api/admin/*', reason: 'server administration' },
  { method: '*', path: '/api/teams*', reason: 'teams' },
];

export function notBuiltAnswer(method: string, path: string): Response | undefined {
  const entry = NOT_BUILT.find(
    (candidate) => (candidate.method === '*' || candidate.method === method) && matches(candidate.path, path)
  );
  return entry && Response.json({ message: `not built in the sandbox: ${entry.reason}` }, { status: 501 });
}

function matches(pattern: string, path: string): boolean {
  const form = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${form}$`).test(path);
}
