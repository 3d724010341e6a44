import type { WebhookAlert } from './types';

type Labels = Record<string, string>;

/** What Grafana's default title template yields. */
export function notificationTitle(alerts: WebhookAlert[], groupLabels: Labels, commonLabels: Labels): string {
  const firing = alerts.filter((alert) => alert.status === 'firing').length;
  const resolved = alerts.length - firing;
  const count = firing ? `FIRING:${firing}${resolved ? `, RESOLVED:${resolved}` : ''}` : 'RESOLVED';
  const group = sorted(groupLabels).map(([, value]) => value);
  const rest = sorted(commonLabels).filter(([name]) => !(name in groupLabels));
  const more = rest.length ? `(${rest.map(([, value]) => value).join(' ')})` : '';
  return `[${count}] ${group.join(' ')} ${more}`;
}

/** What Grafana's default message template yields. */
export function alertMessage(alerts: WebhookAlert[]): string {
  const firing = alerts.filter((alert) => alert.status === 'firing');
  const resolved = alerts.filter((alert) => alert.status === 'resolved');
  const parts = [
    firing.length ? `**Firing**\n${firing.map(alertText).join('')}` : '',
    resolved.length ? `**Resolved**\n${resolved.map(alertText).join('')}` : '',
  ];
  return parts.filter(Boolean).join('\n\n');
}

function alertText(alert: WebhookAlert): string {
  const values = Object.entries(alert.values ?? {}).map(([refId, value]) => `${refId}=${value}`);
  const lines = [
    '',
    `Value: ${values.length ? values.join(', ') : '[no value]'}`,
    'Labels:',
    ...sorted(alert.labels).map(([name, value]) => ` - ${name} = ${value}`),
    'Annotations:',
    ...sorted(alert.annotations).map(([name, value]) => ` - ${name} = ${value}`),
    ...(alert.generatorURL ? [`Source: ${alert.generatorURL}`] : []),
    ...(alert.silenceURL ? [`Silence: ${alert.silenceURL}`] : []),
    ...(alert.dashboardURL ? [`Dashboard: ${alert.dashboardURL}`] : []),
    ...(alert.panelURL ? [`Panel: ${alert.panelURL}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** By name, the alert's name first. */
function sorted(labels: Labels): Array<[string, string]> {
  const rank = (name: string) => (name === 'alertname' ? '' : name);
  return Object.entries(labels).sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
}
