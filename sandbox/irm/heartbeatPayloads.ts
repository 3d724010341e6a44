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

function generalPayload(type: string, restored: boolean) {
  const name = type.charAt(0).toUpperCase() + type.slice(1);
  return {
    // Any constant will do: it only has to group the restored signal with the missing one.
    alert_uid: `heartbeat-${type}`,
    title: titleFor(name, restored),
    message: messageFor(name, restored),
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
    : `Grafana OnCall was waiting for a heartbeat from ${name} and one was not received. This can happen when ${name} has stopped or there are connectivity issues between Grafana OnCall and ${name}.`;
}
