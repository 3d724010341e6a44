import { isRecord } from '../isRecord';
import type { Integration } from '../model';

/**
 * The alerts in a payload, as the view behind the path's type takes them; undefined where the real engine falls over.
 */
export function alertsIn({ type }: Integration, data: unknown): unknown[] | undefined {
  if (type === 'alertmanager' || type === 'grafana_alerting') {
    return withCounts(data);
  }
  if (type === 'grafana') {
    if (!isRecord(data)) {
      return undefined;
    }
    return Array.isArray(data.alerts) ? data.alerts : [data];
  }
  return [data];
}

/** The Alertmanager types make one alert of the whole payload and count what it carries. */
function withCounts(data: unknown): unknown[] | undefined {
  if (!isRecord(data)) {
    return undefined;
  }
  const alerts = data.alerts ?? [];
  if (!Array.isArray(alerts) || !alerts.every(isRecord)) {
    return undefined;
  }
  if ('numFiring' in data) {
    return [data];
  }
  const count = (status: string) => alerts.filter((alert) => alert.status === status).length;
  return [{ ...data, numFiring: count('firing'), numResolved: count('resolved') }];
}
