import type { Integration } from './model';

/** The alert that IRM sends itself when a heartbeat goes missing or comes back, in the form of the integration's type. */
export function heartbeatPayload(integration: Integration, restored: boolean): Record<string, unknown> {
  switch (integration.type) {
    case 'alertmanager':
      return alertmanagerPayload(restored);
    case 'grafana':
      return grafanaPayload(restored);
    default:
      return generalPayload(integration.type, restored);
  }
}

function alertmanagerPayload(restored: boolean) {
  const labels = { alertname: 'OnCallHeartBeatMissing' };
  const annotations = { title: titleFor('Alertmanager', restored), description: messageFor('Alertmanager', restored) };
  const status = restored ? 'resolved' : 'firing';
  return {
    alerts: [{ endsAt: '', labels, status, startsAt: '', annotations, fingerprint: 'fingerprint', generatorURL: '' }],
    status,
    version: '4',
    groupKey: '{}:{alertname="OnCallHeartBeatMissing"}',
    receiver: '',
    numFiring: restored ? 0 : 1,
    externalURL: '',
    groupLabels: labels,
    numResolved: restored ? 1 : 0,
    commonLabels: labels,
    truncatedAlerts: 0,
    commonAnnotations: annotations,
  };
}

function grafanaPayload(restored: boolean) {
  return {
    title: `${restored ? '[OK] ' : ''}Grafana OnCall heartbeat`,
    message: messageFor('Grafana', restored),
    ...signalOf(restored),
  };
}

/** By these the restored signal is grouped with the missing one. */
const uids: Readonly<Record<string, string>> = {
  webhook: '7973c835-ff3f-46e4-9444-06df127b6f8e',
  formatted_webhook: 'fbdad422-b27d-454a-8553-84d1517e0005',
  elastalert: '0eaf37c8-e1eb-4714-b79e-7c648b6a96fa',
  zabbix: '191eac7a-d7c1-43a0-8821-eef5afe41367',
};

function generalPayload(type: string, restored: boolean) {
  const name = type.charAt(0).toUpperCase() + type.slice(1);
  const hasLinks = type === 'formatted_webhook' || type === 'zabbix' || (type === 'webhook' && restored);
  return {
    alert_uid: uids[type] ?? `heartbeat-${type}`,
    title: titleFor(name, restored),
    message: messageFor(name, restored),
    ...(hasLinks && { image_url: null, link_to_upstream_details: null }),
    ...signalOf(restored),
  };
}

function signalOf(restored: boolean) {
  return {
    state: restored ? 'ok' : 'alerting',
    is_oncall_heartbeat: true,
    is_oncall_heartbeat_restored: restored,
    is_amixr_heartbeat: true,
    is_amixr_heartbeat_restored: restored,
  };
}

function titleFor(name: string, restored: boolean): string {
  return restored ? `${name} heartbeat restored` : `${name} heartbeat is missing`;
}

function messageFor(name: string, restored: boolean): string {
  return restored
    ? `Grafana OnCall received a signal from ${name}. Heartbeat has been restored.`
    : `Grafana OnCall was waiting for a heartbeat from ${name} and one was not received. This can happen when ${name} has stopped or there are connectivity issues between Grafana OnCall and ${name}. You can read more in the Grafana OnCall docs here: https://grafana.com/docs/oncall/latest/#/integrations/heartbeat`;
}
