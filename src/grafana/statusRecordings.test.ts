import { RECORDED_VERSIONS, recordedStep, type RecordedVersion } from '../../tests/support/recordings';
import { success } from '../connection/result';
import { toAnswer } from '../transport/answer';
import { createGrafanaClient } from './grafanaClient';
import type { Call, Transport } from '../transport/transport';

const NOW = Date.UTC(2026, 10, 22, 5);

/** Answers every call with what a real Grafana said to one recorded request. */
function replaying(version: RecordedVersion, file: string, name: string) {
  const calls: Call[] = [];
  const { status, body } = recordedStep(version, file, name).response;
  const transport: Transport = {
    way: 'session',
    request: async (call) => {
      calls.push(call);
      const headers = new Headers({ Date: new Date(NOW).toUTCString() });
      return success(toAnswer({ status, headers }, JSON.stringify(body)));
    },
  };
  return { client: createGrafanaClient(transport), calls };
}

describe.each(RECORDED_VERSIONS)('answers of Grafana %s', (version) => {
  it('tell of alerts, silenced or not', async () => {
    const active = await replaying(version, 'state', 'alerts of the rule').client.alertsWithLabel('heartbeat', 'true');
    expect(active).toMatchObject({
      value: { serverTime: NOW, value: [{ ruleUid: 'irm-a-rule', state: 'active', silencedBy: [], inhibitedBy: [] }] },
    });
    const { client, calls } = replaying(version, 'state', 'alerts of the rule while silenced');
    expect(await client.alertsWithLabel('heartbeat', 'true')).toMatchObject({
      value: { value: [{ state: 'suppressed', silencedBy: [expect.any(String)], receivers: ['IRM A heartbeat'] }] },
    });
    expect(calls[0]?.query).toEqual({ filter: 'heartbeat="true"' });
  });

  it('tell of deliveries: never, and failed with its cause', async () => {
    const { client } = replaying(version, 'state-failing', '403');
    const deliveries = await client.deliveries();
    const found = deliveries.ok ? deliveries.value.value : [];
    expect(found.find(({ name }) => name === 'IRM A')?.integrations).toMatchObject([
      { lastAttempt: undefined, lastError: undefined, cause: undefined },
    ]);
    expect(found.find(({ name }) => name === 'IRM A heartbeat')?.integrations).toMatchObject([
      { lastAttempt: expect.any(Number), cause: 'wrongKey' },
    ]);
  });

  it('tell of state changes, in milliseconds', async () => {
    const { client, calls } = replaying(version, 'state', 'state history of the rule');
    const history = await client.stateHistory('irm-a-rule', NOW - 86_400_000, NOW);
    expect(history).toMatchObject({ value: { value: [{ previous: 'Normal', next: 'Alerting', note: undefined }] } });
    const at = history.ok ? history.value.value[0]?.at : 0;
    expect(new Date(at ?? 0).toISOString()).toMatch(/^2026-11-22T04:/);
    expect(calls[0]?.query).toMatchObject({ from: String((NOW - 86_400_000) / 1000), ruleUID: 'irm-a-rule' });
  });

  it('tell of rule states', async () => {
    const { client, calls } = replaying(version, 'state', 'rules of the folder');
    const states = await client.ruleStatuses('irm-heartbeats');
    expect(states).toMatchObject({ value: { value: [{ uid: 'irm-a-rule', state: 'firing', health: 'ok' }, {}] } });
    expect(calls[0]?.query).toEqual({ folder_uid: 'irm-heartbeats', limit_alerts: '0' });
  });

  it('are refused for what has another form', async () => {
    const { client } = replaying(version, 'state', 'receiver status');
    expect(await client.alertmanagerChoice()).toMatchObject({ ok: false, error: { reason: 'unexpected' } });
  });
});
