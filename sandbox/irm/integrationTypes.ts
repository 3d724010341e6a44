import { isRecord } from './isRecord';

/** How an integration type behaves when its templates are left at their defaults. */
export interface IntegrationType {
  title: string;
  /** False for types that nothing can be posted to. */
  hasEndpoint: boolean;
  hasHeartbeat: boolean;
  groupingKey: string;
  resolveSignal: string;
  webTitle: string | ((payload: unknown) => string);
  /** The API refuses to create these; the text is its answer. */
  refusal?: { detail: string } | string[];
}

const stateIsOk = '{{ payload.state | upper == "OK" }}';

const alertmanager = {
  hasEndpoint: true,
  hasHeartbeat: true,
  groupingKey: '{{ payload.groupKey }}',
  resolveSignal: '{{ payload.status == "resolved" }}',
  webTitle: alertmanagerTitle,
};

const webhook = {
  hasEndpoint: true,
  hasHeartbeat: true,
  groupingKey: '{{ payload.alert_uid if "is_oncall_heartbeat" in payload else payload }}',
  resolveSignal: stateIsOk,
  webTitle: 'Incident',
};

const formatted = {
  hasEndpoint: true,
  hasHeartbeat: true,
  groupingKey: '{{ payload.alert_uid }}',
  resolveSignal: stateIsOk,
  webTitle: '{{ payload.title or "No title" }}',
};

const withoutEndpoint = { ...webhook, hasEndpoint: false, hasHeartbeat: false };
const deprecated = { detail: 'This integration type is deprecated' };
const alertName = 'payload.labels.alertname or "No title"';

export const integrationTypes: Readonly<Record<string, IntegrationType>> = {
  alertmanager: { ...alertmanager, title: 'Alertmanager' },
  webhook: { ...webhook, title: 'Webhook' },
  formatted_webhook: { ...formatted, title: 'Formatted webhook' },
  grafana: {
    ...formatted,
    title: 'Grafana Legacy Alerting',
    groupingKey: `{{ payload.ruleName or ${alertName} }}`,
    resolveSignal: '{{ payload.state == "ok" or payload.status == "resolved" }}',
    webTitle: `{{ payload.title or ${alertName} }}`,
  },
  zabbix: { ...formatted, title: 'Zabbix' },
  elastalert: { ...formatted, title: 'Elastalert', webTitle: 'Incident' },
  kapacitor: { ...formatted, title: 'Kapacitor', hasHeartbeat: false },
  inbound_email: { ...withoutEndpoint, title: 'Inbound Email' },
  maintenance: { ...withoutEndpoint, title: 'Maintenance' },
  manual: { ...withoutEndpoint, title: 'Manual' },
  grafana_alerting: {
    ...alertmanager,
    title: 'Grafana Alerting',
    hasHeartbeat: false,
    refusal: ['Failed to create the integration with current Grafana Alerting. Please reach out to our support team'],
  },
  direct_paging: {
    ...withoutEndpoint,
    title: 'Direct paging',
    refusal: { detail: "Direct paging integrations can't be created" },
  },
  legacy_alertmanager: { ...alertmanager, title: '(Legacy) AlertManager', refusal: deprecated },
  legacy_grafana_alerting: { ...alertmanager, title: '(Deprecated) Grafana Alerting', refusal: deprecated },
};

/** Paths that have a heartbeat route; any token is accepted there, whatever its type. */
export const heartbeatPaths: ReadonlySet<string> = new Set([
  'alertmanager',
  'elastalert',
  'formatted_webhook',
  'grafana',
  'legacy_alertmanager',
  'prtg',
  'webhook',
  'zabbix',
]);

export function typeOf(slug: string): IntegrationType {
  return integrationTypes[slug] ?? { ...webhook, title: slug };
}

function alertmanagerTitle(payload: unknown): string {
  const labels = isRecord(payload) && isRecord(payload.groupLabels) ? payload.groupLabels : {};
  const { alertname, ...others } = labels;
  const rest = Object.values(others).join(', ');
  return `${typeof alertname === 'string' ? alertname : ''} ${rest && `(${rest})`}`;
}
