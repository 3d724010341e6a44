import { recordedStep, RECORDED_VERSIONS } from '../../../tests/support/recordings';
import { deliveryStatusFromWire, receiverStatusList } from './receiverStatus';
import { ruleStatusAnswer, ruleStatusesFromWire } from './ruleStatus';

describe.each(RECORDED_VERSIONS)('Grafana %s', (version) => {
  const bodyOf = (file: string, name: string) => recordedStep(version, file, name).response.body;

  it('shows the states of a folder’s rules', () => {
    const answer = ruleStatusAnswer.parse(bodyOf('state', 'rules of the folder'));
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
    const answer = ruleStatusAnswer.parse(bodyOf('state', 'unknown folder'));
    expect(answer.data.groups.length).toBeGreaterThan(0);
    expect(ruleStatusesFromWire(answer, 'nope')).toEqual([]);
  });

  it('tells what was delivered from what never was', () => {
    const receivers = receiverStatusList.parse(bodyOf('state', 'receiver status')).map(deliveryStatusFromWire);
    const find = (name: string) => receivers.find((receiver) => receiver.name === name);
    expect(find('IRM A heartbeat')?.integrations).toEqual([
      { type: 'webhook', lastAttempt: expect.any(Number), lastError: undefined, sendResolved: false },
    ]);
    expect(find('IRM A')?.integrations[0]).toMatchObject({ lastAttempt: undefined, sendResolved: true });
  });

  it.each([
    ['403', 'webhook response status 403 Forbidden'],
    ['500', 'webhook response status 500 Internal Server Error'],
    ['refused', 'Post "<redacted>": dial tcp 127.0.0.1:1: connect: connection refused'],
  ])('keeps the error of a delivery that failed: %s', (name, error) => {
    const receivers = receiverStatusList.parse(bodyOf('state-failing', name)).map(deliveryStatusFromWire);
    const heartbeat = receivers.find((receiver) => receiver.name === 'IRM A heartbeat');
    expect(heartbeat?.integrations[0]?.lastError).toBe(error);
  });
});

it('calls a state that it does not know unknown', () => {
  const rule = { uid: 'a', name: 'A', state: 'recovering', health: 'ok', lastEvaluation: '0001-01-01T00:00:00Z' };
  const answer = ruleStatusAnswer.parse({ data: { groups: [{ name: 'g', folderUid: 'f', rules: [rule] }] } });
  expect(ruleStatusesFromWire(answer, 'f')[0]).toMatchObject({ state: 'unknown', lastEvaluation: undefined });
});
