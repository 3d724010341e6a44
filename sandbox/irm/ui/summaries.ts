import { stateAt } from '../alertGroups';
import type { IrmContext } from '../context';
import { heartbeatStatus, type HeartbeatStatus } from '../heartbeats';
import { typeOf } from '../integrationTypes';
import { endpointOf, heartbeatEndpointOf } from '../links';
import type { AlertGroup, AlertGroupState, Delivery, Fault, Integration, Maintenance, Templates } from '../model';
import { escalationChains, teams } from '../organization';

export interface IntegrationSummary {
  id: string;
  type: string;
  typeTitle: string;
  name: string;
  description: string | null;
  team: string | null;
  endpoint: string | null;
  heartbeatEndpoint: string | null;
  heartbeat: { status: HeartbeatStatus; lastBeatAt: number | null; intervalSeconds: number } | null;
  alertGroups: number;
  openAlertGroups: number;
  fault: Fault | null;
  maintenance: Maintenance | null;
  escalationChain: string | null;
}

export interface AlertGroupSummary {
  id: string;
  state: AlertGroupState;
  title: string;
  alertsCount: number;
  firstAt: number;
  lastAt: number;
}

export interface IntegrationDetail extends IntegrationSummary {
  templates: Templates;
  defaultTemplates: { groupingKey: string; resolveSignal: string; webTitle: string };
  deliveries: Delivery[];
  groups: AlertGroupSummary[];
}

export function summarize(context: IrmContext, integration: Integration): IntegrationSummary {
  const { heartbeat } = integration;
  const groups = groupsOf(context, integration);
  const now = context.clock.now();
  return {
    id: integration.id,
    type: integration.type,
    typeTitle: typeOf(integration.type).title,
    name: integration.name,
    description: integration.description,
    team: teams.find(({ id }) => id === integration.teamId)?.name ?? null,
    endpoint: endpointOf(context, integration),
    heartbeatEndpoint: heartbeatEndpointOf(context, integration),
    heartbeat: heartbeat && {
      status: heartbeatStatus(heartbeat, now),
      lastBeatAt: heartbeat.lastBeatAt,
      intervalSeconds: heartbeat.timeoutSeconds,
    },
    alertGroups: groups.length,
    openAlertGroups: groups.filter(({ status }) => status !== 'resolved').length,
    fault: integration.fault,
    maintenance: integration.maintenance,
    escalationChain: escalationChains.find(({ id }) => id === integration.escalationChainId)?.name ?? null,
  };
}

/** Newest first, as one looks at them. */
export function summarizeInDetail(context: IrmContext, integration: Integration): IntegrationDetail {
  const { groupingKey, resolveSignal, webTitle } = typeOf(integration.type);
  return {
    ...summarize(context, integration),
    templates: integration.templates,
    defaultTemplates: { groupingKey, resolveSignal, webTitle: typeof webTitle === 'string' ? webTitle : '' },
    deliveries: [...integration.deliveries].reverse(),
    groups: groupsOf(context, integration)
      .map((group) => summarizeGroup(group, context.clock.now()))
      .reverse(),
  };
}

function groupsOf({ store }: IrmContext, { id }: Integration): AlertGroup[] {
  return [...store.alertGroups.values()].filter(({ integrationId }) => integrationId === id);
}

function summarizeGroup(group: AlertGroup, now: number): AlertGroupSummary {
  const { id, title, alertsCount, createdAt, lastAlert } = group;
  return { id, state: stateAt(group, now), title, alertsCount, firstAt: createdAt, lastAt: lastAlert.createdAt };
}
