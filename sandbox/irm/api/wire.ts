import { silenceAt, stateAt } from '../alertGroups';
import type { IrmContext } from '../context';
import { wireTime, wireTimeInSeconds } from '../humanTime';
import { endpointOf, heartbeatEndpointOf } from '../links';
import type { Alert, AlertGroup, Integration } from '../model';

const noTemplates = { title: null, message: null, image_url: null };

export function integrationToWire(context: IrmContext, integration: Integration) {
  const { id, name, type, templates, maintenance } = integration;
  const heartbeatLink = heartbeatEndpointOf(context, integration);
  return {
    maintenance_mode: maintenance?.mode ?? null,
    maintenance_started_at: maintenance && wireTimeInSeconds(maintenance.startedAt),
    maintenance_end_at: maintenance && wireTimeInSeconds(maintenance.endsAt),
    id,
    name,
    description_short: integration.description,
    team_id: integration.teamId,
    link: endpointOf(context, integration),
    // No mail domain is configured, and upstream says so in this way.
    inbound_email: type === 'inbound_email' ? `${integration.token}@None` : null,
    type,
    templates: {
      grouping_key: templates.groupingKey,
      resolve_signal: templates.resolveSignal,
      acknowledge_signal: null,
      source_link: null,
      slack: noTemplates,
      web: { ...noTemplates, title: templates.webTitle },
      sms: { title: null },
      phone_call: { title: null },
      telegram: noTemplates,
      mobile_app: { title: null, message: null },
      email: { title: null, message: null },
      webhook: noTemplates,
    },
    heartbeat: heartbeatLink ? { link: heartbeatLink } : null,
    default_route: {
      id: integration.routeId,
      escalation_chain_id: integration.escalationChainId,
      ...noChatOps,
    },
  };
}

const noChatOps = {
  slack: { channel_id: null, enabled: true },
  telegram: { id: null, enabled: false },
  mobile_app: { id: null, enabled: false },
  mobile_app_critical: { id: null, enabled: false },
  email: { id: null, enabled: false },
  webhook: { id: null, enabled: false },
};

/** The default route of an integration, as the part of the API for routes has it. */
export function routeToWire({ id, routeId, escalationChainId }: Integration) {
  return {
    position: 0,
    id: routeId,
    integration_id: id,
    escalation_chain_id: escalationChainId,
    routing_type: 'regex',
    routing_regex: null,
    is_the_last_route: true,
    ...noChatOps,
  };
}

export function alertGroupToWire({ grafanaUrl, clock }: IrmContext, group: AlertGroup) {
  const now = clock.now();
  return {
    id: group.id,
    integration_id: group.integrationId,
    team_id: group.teamId,
    route_id: group.routeId,
    alerts_count: group.alertsCount,
    state: stateAt(group, now),
    created_at: wireTime(group.createdAt),
    resolved_at: timeOrNull(group.resolvedAt),
    resolved_by: group.resolvedBy,
    acknowledged_at: timeOrNull(group.acknowledgedAt),
    acknowledged_by: group.acknowledgedBy,
    labels: [],
    title: group.title,
    permalinks: {
      slack: null,
      slack_app: null,
      telegram: null,
      web: `${grafanaUrl}/a/grafana-oncall-app/alert-groups/${group.id}`,
    },
    silenced_at: timeOrNull(silenceAt(group, now)?.since ?? null),
    last_alert: alertToWire(group.lastAlert),
  };
}

export function alertToWire({ id, alertGroupId, createdAt, payload }: Alert) {
  return { id, alert_group_id: alertGroupId, created_at: wireTime(createdAt), payload };
}

function timeOrNull(time: number | null): string | null {
  return time === null ? null : wireTime(time);
}
