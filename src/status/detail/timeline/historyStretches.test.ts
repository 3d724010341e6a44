import { inputOf } from '../../../connection/health/testing/scene';
import type { RuleStatus } from '../../../connection/port/grafanaPort';
import type { HeartbeatRule } from '../../../connection/model';
import type { StateChange } from '../../../connection/port/grafanaPort';
import { historyStretches } from './historyStretches';

const HOUR = 3600_000;
const [from, to] = [0, 24 * HOUR];
const change = (hour: number, previous: string, next: string, note?: string): StateChange => ({
  ...{ at: hour * HOUR, previous, next, note },
});

function states(changes: StateChange[], rule: Partial<HeartbeatRule> = {}, status: Partial<RuleStatus> = {}) {
  const { connection, reading } = inputOf();
  const [found] = reading.ruleStatuses;
  if (!connection.rule || !found) {
    throw new Error('the scene holds no rule');
  }
  return historyStretches({ changes, from, to }, { ...connection.rule, ...rule }, { ...found, ...status }).map(
    (span) => `${span.state} ${span.from / HOUR}-${span.to / HOUR}`
  );
}

test('a day without a change was spent in the present state, as far back as the rule fires', () => {
  expect(states([], {}, { activeAt: -5 * HOUR })).toEqual(['Alerting 0-24']);
  expect(states([], {}, { activeAt: 20 * HOUR })).toEqual(['Alerting 20-24']);
  expect(states([], { isPaused: true })).toEqual(['Paused 0-24']);
});

test('nothing is said of a rule that was not evaluated yet', () => {
  expect(states([], {}, { state: 'inactive', lastEvaluation: undefined })).toEqual([]);
});

test('whether a rule was there before it first fired cannot be told', () => {
  expect(states([change(10, 'Normal', 'Alerting')])).toEqual(['Alerting 10-24']);
});

test('an interruption is shown as it was', () => {
  expect(states([change(10, 'Alerting', 'Normal', 'Paused'), change(11, 'Normal', 'Alerting')])).toEqual([
    'Alerting 0-10',
    'Normal 10-11',
    'Alerting 11-24',
  ]);
});
