import { publicId } from './ids';
import { typeOf } from './integrationTypes';
import type { AlertGroup, Integration } from './model';
import type { Store } from './store';
import { compileTemplate, signals } from './template/template';

export interface Received {
  group: AlertGroup;
  isNew: boolean;
  resolves: boolean;
}

/** Takes one alert in: finds or makes its alert group, and resolves that when the alert says so. */
export function receiveAlert(store: Store, integration: Integration, payload: unknown, now: number): Received {
  const type = typeOf(integration.type);
  const key = rendered(integration.templates.groupingKey ?? type.groupingKey, payload);
  const resolves = signals(rendered(integration.templates.resolveSignal ?? type.resolveSignal, payload));
  const alert = { id: publicId('A'), alertGroupId: '', createdAt: now, payload };
  // An empty grouping key groups with nothing: each such alert stands alone.
  const distinction = key || alert.id;
  const latest = store.latestGroup(integration.id, distinction);
  const joined = latest && (latest.state !== 'resolved' || resolves) ? latest : undefined;
  const group: AlertGroup = joined ?? {
    id: publicId('I'),
    integrationId: integration.id,
    teamId: integration.teamId,
    routeId: integration.routeId,
    distinction,
    state: 'firing',
    title: titleOf(integration, payload),
    alertsCount: 0,
    createdAt: now,
    resolvedAt: null,
    resolvedBy: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    lastAlert: alert,
  };
  alert.alertGroupId = group.id;
  group.lastAlert = alert;
  group.alertsCount += 1;
  store.addAlert(alert);
  if (!joined) {
    store.putGroup(group);
  }
  if (resolves) {
    resolveGroup(group, null, now);
  }
  return { group, isNew: !joined, resolves };
}

export function resolveGroup(group: AlertGroup, userId: string | null, now: number): void {
  if (group.state !== 'resolved') {
    Object.assign(group, { state: 'resolved', resolvedAt: now, resolvedBy: userId });
  }
}

/** How an alert and what it became are told in one line. */
export function outcomeOf({ isNew, resolves }: Received): string {
  if (isNew) {
    return resolves ? 'New alert group, resolved at once' : 'New alert group';
  }
  return resolves ? 'Resolved the alert group' : 'Added to the alert group';
}

function titleOf(integration: Integration, payload: unknown): string {
  const title = integration.templates.webTitle ?? typeOf(integration.type).webTitle;
  return typeof title === 'string' ? rendered(title, payload) : title(payload);
}

function rendered(template: string, payload: unknown): string {
  return compileTemplate(template)?.(payload) ?? '';
}
