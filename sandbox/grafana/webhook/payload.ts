import { alertMessage, notificationTitle } from './text';
import type { NotifiedAlert, WebhookAlert, WebhookPayload } from './types';

export type { NotifiedAlert, WebhookPayload } from './types';

export interface WebhookPayloadInput {
  receiver: string;
  rootUrl: string;
  orgId: number;
  groupKey: string;
  groupLabels: Record<string, string>;
  alerts: NotifiedAlert[];
  /** The integration's own setting; 0 and undefined mean all. */
  maxAlerts?: number;
}

const ZERO_TIME = '0001-01-01T00:00:00Z';

/** The body of Grafana's webhook notifications: everything is said of the alerts that are left after truncation. */
export function webhookPayload(input: WebhookPayloadInput): WebhookPayload {
  const kept = input.maxAlerts ? input.alerts.slice(0, input.maxAlerts) : input.alerts;
  const alerts = kept.map((alert) => shownAlert(alert, input));
  const status = alerts.some((alert) => alert.status === 'firing') ? 'firing' : 'resolved';
  const groupLabels = withoutPrivate(input.groupLabels);
  const commonLabels = common(alerts.map((alert) => alert.labels));
  return {
    receiver: input.receiver,
    status,
    alerts,
    groupLabels,
    commonLabels,
    commonAnnotations: common(alerts.map((alert) => alert.annotations)),
    externalURL: `${input.rootUrl}/`,
    version: '1',
    groupKey: input.groupKey,
    truncatedAlerts: input.alerts.length - kept.length,
    orgId: input.orgId,
    title: notificationTitle(alerts, groupLabels, commonLabels),
    state: status === 'firing' ? 'alerting' : 'ok',
    message: alertMessage(alerts),
  };
}

function shownAlert(alert: NotifiedAlert, { rootUrl, orgId }: WebhookPayloadInput): WebhookAlert {
  const dashboard = alert.annotations.__dashboardUid__;
  const panel = alert.annotations.__panelId__;
  const dashboardURL = dashboard ? `${rootUrl}/d/${dashboard}?orgId=${orgId}` : '';
  return {
    status: alert.status,
    labels: withoutPrivate(alert.labels),
    annotations: withoutPrivate(alert.annotations),
    startsAt: alert.startsAt,
    endsAt: alert.status === 'firing' ? ZERO_TIME : alert.endsAt,
    generatorURL: alert.generatorURL,
    fingerprint: alert.fingerprint,
    silenceURL: alert.silenceURL,
    dashboardURL,
    panelURL: dashboardURL && panel ? `${dashboardURL}&viewPanel=${panel}` : '',
    values: alert.values ?? null,
    valueString: alert.valueString ?? '',
  };
}

/** Labels and annotations that start and end with two underscores are Grafana's own. */
function withoutPrivate(labels: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !/^__.*__$/.test(name)));
}

function common(all: Array<Record<string, string>>): Record<string, string> {
  const [first = {}, ...others] = all;
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) => others.every((labels) => labels[name] === value))
  );
}
