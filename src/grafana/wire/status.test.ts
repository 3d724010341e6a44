import * as v from 'valibot';
import { recordedStep, RECORDED_VERSIONS } from '../../../tests/support/recordings';
import { replicasInHistory } from '../../connection/health/replicas';
import { historyFromWire } from './history';
import { deliveryStatusFromWire, receiverStatusList } from './receiverStatus';
import { ruleStatusAnswer, ruleStatusesFromWire } from './ruleStatus';

describe.each(RECORDED_VERSIONS)('Grafana %s', (version) => {
  const bodyOf = (file: string, name: string) => recordedStep(version, file, name).response.body;

  it('shows the states of a folder’s rules', () => {
    const answer = v.parse(ruleStatusAnswer, bodyOf('state', 'rules of the folder'));
    const [first, second] = ruleStatusesFromWire(answer, 'irm-heartbeats');
    expect(first).toMatchObject({
      uid: 'irm-a-rule',
      group: 'irm-a',
      title: 'IRM A heartbeat',
      state: 'firing',
      health: 'ok',
      lastError: undefined,
      isPaused: false,
    });
    expect(first?.activeAt).toBeGreaterThan(Date.UTC(2026, 0));
    expect(second?.uid).toBe('irm-b-rule');
  });

  it('shows none for an unknown folder, although the answer holds all', () => {
    const answer = v.parse(ruleStatusAnswer, bodyOf('state', 'unknown folder'));
    expect(answer.data.groups.length).toBeGreaterThan(0);
    expect(ruleStatusesFromWire(answer, 'nope')).toEqual([]);
  });

  it('tells what was delivered from what never was', () => {
    const receivers = v.parse(receiverStatusList, bodyOf('state', 'receiver status')).map(deliveryStatusFromWire);
    const find = (name: string) => receivers.find((receiver) => receiver.name === name);
    expect(find('IRM A heartbeat')?.integrations).toEqual([
      { type: 'webhook', lastAttempt: expect.any(Number), took: 1, lastError: undefined, sendResolved: false },
    ]);
    expect(find('IRM A')?.integrations[0]).toMatchObject({ lastAttempt: undefined, sendResolved: true });
  });

  it.each([
    ['403', 'webhook response status 403 Forbidden'],
    ['500', 'webhook response status 500 Internal Server Error'],
    ['refused', 'Post "<redacted>": dial tcp 127.0.0.1:1: connect: connection refused'],
  ])('keeps the error of a delivery that failed: %s', (name, error) => {
    const receivers = v.parse(receiverStatusList, bodyOf('state-failing', name)).map(deliveryStatusFromWire);
    const heartbeat = receivers.find((receiver) => receiver.name === 'IRM A heartbeat');
    expect(heartbeat?.integrations[0]?.lastError).toBe(error);
  });
});

it('calls a state that it does not know unknown', () => {
  const rule = { uid: 'a', name: 'A', state: 'recovering', health: 'ok', lastEvaluation: '0001-01-01T00:00:00Z' };
  const answer = v.parse(ruleStatusAnswer, { data: { groups: [{ name: 'g', folderUid: 'f', rules: [rule] }] } });
  expect(ruleStatusesFromWire(answer, 'f')[0]).toMatchObject({ state: 'unknown', lastEvaluation: undefined });
});

describe('a state history that several replicas wrote', () => {
  const frame = (rows: Array<[time: number, text: string, previous: string, next: string]>) => ({
    schema: { fields: ['time', 'text', 'prev', 'next'].map((name) => ({ name })) },
    data: { values: [0, 1, 2, 3].map((column) => rows.map((row) => row[column])) },
  });
  const SECOND = 1_000_000;

  it('tells each change once, and how many wrote it', () => {
    const saved = [SECOND * 100, 'hb {}', 'Alerting', 'Normal (Updated)'] as const;
    const history = historyFromWire(
      frame([
        [SECOND * 100 + 300_000, ...saved.slice(1)] as [number, string, string, string],
        [...saved],
        [SECOND * 100, 'hb {}', 'Normal', 'Alerting'],
        [SECOND * 100, 'hb {}', 'Normal', 'Alerting'],
        [SECOND * 10, 'hb {}', 'Normal', 'Alerting'],
      ])
    );
    expect(history.map(({ at, next, copies }) => [at, next, copies])).toEqual([
      [10_000, 'Alerting', 1],
      [100_000, 'Normal', 2],
      [100_000, 'Alerting', 2],
    ]);
  });

  it('does not take two series of a rule for two replicas, nor a change that comes back', () => {
    const history = historyFromWire(
      frame([
        [SECOND * 30, 'hb {a=1}', 'Normal', 'Alerting'],
        [SECOND * 10, 'hb {a=2}', 'Normal', 'Alerting'],
        [SECOND * 10, 'hb {a=1}', 'Normal', 'Alerting'],
      ])
    );
    expect(history.map(({ copies }) => copies)).toEqual([1, 1, 1]);
  });
});

describe('a state history that Loki keeps', () => {
  const AT = Date.UTC(2026, 10, 27, 9);
  const rows = [
    { at: AT, line: { previous: 'Normal', current: 'Pending', labels: { alertname: 'hb' } } },
    { at: AT + 10_000, line: { previous: 'Pending', current: 'Alerting', labels: { alertname: 'hb' } } },
    { at: AT + 600_000, line: { previous: 'Alerting', current: 'Normal (Paused)', labels: { alertname: 'hb' } } },
  ];
  const frame = (lines: unknown[]) => ({
    schema: { fields: ['time', 'line', 'labels'].map((name) => ({ name })) },
    data: { values: [rows.map(({ at }) => at), lines, rows.map(() => ({ group: 'g' }))] },
  });

  it('tells the same as one in the database, with its times in milliseconds', () => {
    const changes = historyFromWire(frame(rows.map(({ line }) => line)));
    expect(changes.map(({ at, previous, next, note }) => [at, previous, next, note])).toEqual([
      [AT, 'Normal', 'Pending', undefined],
      [AT + 10_000, 'Pending', 'Alerting', undefined],
      [AT + 600_000, 'Alerting', 'Normal', 'Paused'],
    ]);
  });

  it('proves no second replica: Loki keeps what all of them wrote once', () => {
    expect(replicasInHistory(historyFromWire(frame(rows.map(({ line }) => line))))).toBe(1);
  });

  it('leaves out a line that is none', () => {
    expect(historyFromWire(frame([null, 'text', rows[2]?.line]))).toHaveLength(1);
  });
});
