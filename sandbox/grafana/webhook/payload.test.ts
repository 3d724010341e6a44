import { webhookPayload, type NotifiedAlert, type WebhookPayloadInput } from './payload';

const alert = (more: Partial<NotifiedAlert>): NotifiedAlert => ({
  status: 'firing',
  labels: { alertname: 'Disk', team: 'a', __alert_rule_uid__: 'x' },
  annotations: { summary: 's', __orgId__: '1' },
  startsAt: '2026-11-23T09:00:00Z',
  endsAt: '2026-11-23T09:04:00Z',
  generatorURL: 'http://g/alerting/grafana/x/view',
  fingerprint: 'f',
  values: { A: 1 },
  silenceURL: 'http://g/silence',
  ...more,
});

const payload = (more: Partial<WebhookPayloadInput>) =>
  webhookPayload({
    receiver: 'IRM',
    rootUrl: 'http://g',
    orgId: 1,
    groupKey: '{}:{alertname="Disk"}',
    groupLabels: { alertname: 'Disk' },
    alerts: [alert({})],
    ...more,
  });

test('a firing alert has no end and no private labels', () => {
  expect(payload({})).toMatchObject({
    status: 'firing',
    state: 'alerting',
    title: '[FIRING:1] Disk (a)',
    externalURL: 'http://g/',
    commonLabels: { alertname: 'Disk', team: 'a' },
    alerts: [
      { endsAt: '0001-01-01T00:00:00Z', labels: { alertname: 'Disk', team: 'a' }, annotations: { summary: 's' } },
    ],
  });
});

test('the label that tells of which plugin a rule is goes along, because it does not end like a private one', () => {
  const labels = { alertname: 'Disk', __grafana_origin: 'plugin/x', __alert_rule_uid__: 'x' };
  const [sent] = payload({ alerts: [alert({ labels })] }).alerts;
  expect(sent?.labels).toEqual({ alertname: 'Disk', __grafana_origin: 'plugin/x' });
});

test('the message lists what fires and what is resolved', () => {
  const { message, status, title } = payload({ alerts: [alert({}), alert({ status: 'resolved', values: null })] });
  expect([status, title]).toEqual(['firing', '[FIRING:1, RESOLVED:1] Disk (a)']);
  expect(message).toBe(
    [
      '**Firing**',
      '',
      'Value: A=1',
      'Labels:',
      ' - alertname = Disk',
      ' - team = a',
      'Annotations:',
      ' - summary = s',
      'Source: http://g/alerting/grafana/x/view',
      'Silence: http://g/silence',
      '',
      '',
      '**Resolved**',
      '',
      'Value: [no value]',
      'Labels:',
      ' - alertname = Disk',
      ' - team = a',
      'Annotations:',
      ' - summary = s',
      'Source: http://g/alerting/grafana/x/view',
      'Silence: http://g/silence',
      '',
    ].join('\n')
  );
});

test('the group is resolved when all of it is', () => {
  const { status, state, alerts } = payload({ alerts: [alert({ status: 'resolved' })] });
  expect([status, state, alerts[0]?.endsAt]).toEqual(['resolved', 'ok', '2026-11-23T09:04:00Z']);
});

test('more alerts than wanted are counted, and common is what the rest shares', () => {
  const alerts = [alert({}), alert({ labels: { alertname: 'Disk', team: 'b' } }), alert({})];
  expect(payload({ alerts, maxAlerts: 2 })).toMatchObject({ truncatedAlerts: 1, commonLabels: { alertname: 'Disk' } });
  expect(payload({ alerts, maxAlerts: 0 }).alerts).toHaveLength(3);
});
