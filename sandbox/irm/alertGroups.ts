import { publicId } from './ids';
import { typeOf } from './integrationTypes';
import type { AlertGroup, AlertGroupState, Integration } from './model';
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
  // An empty grouping key groups with nothing: each such alert stands alone.
  const distinction = key || publicId('A');
  const latest = store.latestGroup(integration.id, distinction);
  const joined = latest && (latest.status !== 'resolved' || resolves) ? latest : undefined;
  const group = joined ?? newGroup(originOf(integration, distinction, payload), payload, now);
  if (joined) {
    group.lastAlert = { id: publicId('A'), alertGroupId: group.id, createdAt: now, payload };
    group.alertsCount += 1;
  } else {
    store.putGroup(group);
  }
  store.addAlert(group.lastAlert);
  if (resolves) {
    resolveGroup(group, null, now);
  }
  return { group, isNew: !joined, resolves };
}

type Origin = Pick<AlertGroup, 'integrationId' | 'teamId' | 'routeId' | 'distinction' | 'title' | 'attachedTo'>;

function originOf(integration: Integration, distinction: string, payload: unknown): Origin {
  return {
    integrationId: integration.id,
    teamId: integration.teamId,
    routeId: integration.routeId,
    distinction,
    title: titleOf(integration, payload),
    attachedTo: integration.maintenance?.collectingGroupId ?? null,
  };
}

/** An alert group with its first alert; neither is stored yet. */
export function newGroup(origin: Origin, payload: unknown, now: number): AlertGroup {
  const id = publicId('I');
  return {
    ...origin,
    id,
    status: 'firing',
    silence: null,
    alertsCount: 1,
    createdAt: now,
    resolvedAt: null,
    resolvedBy: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    lastAlert: { id: publicId('A'), alertGroupId: id, createdAt: now, payload },
  };
}

/** Without a user it is the source that resolves: a message of the sender's. */
export function resolveGroup(group: AlertGroup, userId: string | null, now: number): void {
  if (group.status !== 'resolved') {
    Object.assign(group, { status: 'resolved', resolvedAt: now, resolvedBy: userId, silence: null });
  }
}

export function acknowledgeGroup(group: AlertGroup, userId: string, now: number): void {
  Object.assign(group, { status: 'acknowledged', acknowledgedAt: now, acknowledgedBy: userId, silence: null });
}

/** A silence, which ends by itself unless it is for ever; null when there is none now. */
export function silenceAt({ silence }: AlertGroup, now: number): AlertGroup['silence'] {
  return silence && (silence.until === null || now < silence.until) ? silence : null;
}

/** The state that IRM shows. Only what fires can be silenced. */
export function stateAt(group: AlertGroup, now: number): AlertGroupState {
  return group.status === 'firing' && silenceAt(group, now) ? 'silenced' : group.status;
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
