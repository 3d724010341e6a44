import { endpointToken, publicId } from './ids';
import { typeOf } from './integrationTypes';
import type { Alert, AlertGroup, Delivery, Integration, IrmFault, UnmatchedDelivery } from './model';

/**
 * A heartbeat that comes and goes makes an alert group every four minutes at most, 10,800 in 30 days: outages of a month
 * stay, and a flood of alerts ends somewhere.
 */
const kept = { deliveries: 500, unmatched: 100, alertGroups: 20_000, alerts: 5000 };
const defaultTimeoutSeconds = 600;

/** Everything that the stand-in remembers, in order of creation, with bounds on what grows by itself. */
export class Store {
  readonly integrations = new Map<string, Integration>();
  readonly alertGroups = new Map<string, AlertGroup>();
  readonly alerts: Alert[] = [];
  readonly unmatched: UnmatchedDelivery[] = [];
  /** Of IRM as a whole. */
  fault: IrmFault | null = null;
  private readonly byToken = new Map<string, Integration>();
  /** A name is asked for with each integration that is made, of which there may be thousands. */
  private readonly byName = new Map<string, Set<Integration>>();
  private readonly latestGroups = new Map<string, AlertGroup>();

  create(input: Pick<Integration, 'type' | 'name' | 'description' | 'teamId'>, now: number): Integration {
    const integration: Integration = {
      ...input,
      id: publicId('C'),
      token: endpointToken(),
      createdAt: now,
      routeId: publicId('R'),
      escalationChainId: null,
      templates: { groupingKey: null, resolveSignal: null, webTitle: null },
      heartbeat: typeOf(input.type).hasHeartbeat
        ? { id: publicId('B'), timeoutSeconds: defaultTimeoutSeconds, lastBeatAt: null, alerted: false }
        : null,
      maintenance: null,
      fault: null,
      deliveries: [],
      deleted: false,
    };
    this.put(integration);
    return integration;
  }

  put(integration: Integration): void {
    this.integrations.set(integration.id, integration);
    this.byToken.set(integration.token, integration);
    this.named(integration.name, integration.teamId).add(integration);
  }

  delete(integration: Integration): void {
    integration.deleted = true;
    this.integrations.delete(integration.id);
    this.byToken.delete(integration.token);
    this.named(integration.name, integration.teamId).delete(integration);
  }

  rename(integration: Integration, name: string, teamId: string | null): void {
    this.named(integration.name, integration.teamId).delete(integration);
    Object.assign(integration, { name, teamId });
    this.named(name, teamId).add(integration);
  }

  withToken(token: string): Integration | undefined {
    return this.byToken.get(token);
  }

  nameTaken(name: string, teamId: string | null, except?: Integration): boolean {
    return [...this.named(name, teamId)].some((other) => other !== except);
  }

  latestGroup(integrationId: string, distinction: string): AlertGroup | undefined {
    return this.latestGroups.get(groupKey(integrationId, distinction));
  }

  putGroup(group: AlertGroup): void {
    this.alertGroups.set(group.id, group);
    this.latestGroups.set(groupKey(group.integrationId, group.distinction), group);
    for (const oldest of this.alertGroups.values()) {
      if (this.alertGroups.size <= kept.alertGroups) {
        break;
      }
      this.dropGroup(oldest);
    }
  }

  addAlert(alert: Alert): void {
    this.alerts.push(alert);
    trim(this.alerts, kept.alerts);
  }

  recordDelivery(integration: Integration, delivery: Delivery): void {
    integration.deliveries.push(delivery);
    trim(integration.deliveries, kept.deliveries);
  }

  recordUnmatched(delivery: UnmatchedDelivery): void {
    this.unmatched.push(delivery);
    trim(this.unmatched, kept.unmatched);
  }

  clear(): void {
    this.integrations.clear();
    this.alertGroups.clear();
    this.alerts.length = 0;
    this.unmatched.length = 0;
    this.fault = null;
    this.byToken.clear();
    this.byName.clear();
    this.latestGroups.clear();
  }

  private named(name: string, teamId: string | null): Set<Integration> {
    const key = `${teamId ?? ''} ${name}`;
    const found = this.byName.get(key) ?? new Set();
    this.byName.set(key, found);
    return found;
  }

  private dropGroup(group: AlertGroup): void {
    this.alertGroups.delete(group.id);
    const key = groupKey(group.integrationId, group.distinction);
    if (this.latestGroups.get(key) === group) {
      this.latestGroups.delete(key);
    }
  }
}

function groupKey(integrationId: string, distinction: string): string {
  return `${integrationId} ${distinction}`;
}

function trim(list: unknown[], length: number): void {
  if (list.length > length) {
    list.splice(0, list.length - length);
  }
}
