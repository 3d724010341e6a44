import { irmStep, irmSteps } from '../../../tests/support/irmRecordings';
import { heartbeatNews, isLostHeartbeat } from './lostHeartbeat';

/** The payloads of the last alerts in a recorded list of alert groups; none in another answer. */
const payloadsIn = (body: unknown): unknown[] =>
  (body as { results?: Array<{ last_alert?: { payload: unknown } }> } | null)?.results?.map(
    (group) => group.last_alert?.payload
  ) ?? [];

const newest = (label: string) => payloadsIn(irmStep('18-heartbeat-alerts', label).response.body)[0];

const TYPES = ['alertmanager', 'webhook', 'formatted_webhook', 'grafana', 'elastalert', 'zabbix', 'webhook+templates'];

test.each(TYPES)("IRM's own alert is known for type %s, lost and restored", (type) => {
  expect(heartbeatNews(newest(`lost: alert groups of ${type}`))).toBe('lost');
  expect(heartbeatNews(newest(`restored: alert groups of ${type}`))).toBe('restored');
});

test('a name that was changed together with the product is known, too', () => {
  const labels = { alertname: 'IRMHeartBeatMissing' };
  expect(heartbeatNews({ status: 'firing', receiver: '', groupLabels: labels })).toBe('lost');
  expect(heartbeatNews({ status: 'resolved', commonLabels: labels })).toBe('restored');
  expect(heartbeatNews({ is_irm_heartbeat: true, is_irm_heartbeat_restored: true })).toBe('restored');
  expect(heartbeatNews({ receiver: '', groupLabels: { alertname: 'HeartbeatMissing' } })).toBe('lost');
});

test.each([
  ['a rule of somebody that is called so', { receiver: 'IRM', groupLabels: { alertname: 'HeartbeatMissing' } }],
  ['any other alert', { receiver: 'IRM', status: 'firing', groupLabels: { alertname: 'DiskFull' } }],
  ['a mark that says no', { is_oncall_heartbeat: false }],
  ['a mark in words', { is_oncall_heartbeat: 'true' }],
  ['labels of no form', { groupLabels: 'OnCallHeartBeatMissing', commonLabels: null }],
  ['text', 'OnCallHeartBeatMissing'],
  ['nothing', undefined],
  ['a wiped group', {}],
])('%s is no lost heartbeat', (_, payload) => {
  expect(isLostHeartbeat({ lastAlert: { createdAt: undefined, payload } })).toBe(false);
});

test('no alert that is recorded beside those of heartbeats is taken for one', () => {
  const payloads = irmSteps('07-alert-groups-api').flatMap(({ response }) => payloadsIn(response.body));
  expect(payloads.length).toBeGreaterThan(0);
  const taken = payloads.filter((payload) => heartbeatNews(payload) !== undefined);
  expect(taken.filter((payload) => !JSON.stringify(payload).includes('HeartBeat'))).toEqual([]);
});
