/** @jest-environment <rootDir>/.config/jest/page.mjs */
import '../../../tests/support/browser';
import type { Drift, DriftCode } from '../../connection/drift/drift';
import type { HealthReason } from '../../connection/health/types';
import { describeHealth } from './describeHealth';
import { stateText } from './stateText';
import { STATES_WORST_FIRST, describeCounts } from '../../status/summary/describeCounts';

const error = { reason: 'forbidden', message: 'Permissions needed: x', status: 403 } as const;
const drift = (code: DriftCode): Drift => ({ code, object: 'rule', severity: 'stops', changes: [] });

const REASONS: HealthReason[] = [
  { code: 'beating' },
  { code: 'noHeartbeat' },
  { code: 'paused' },
  { code: 'drift', drifts: [drift('missing')] },
  { code: 'drift', drifts: [drift('queryEdited'), drift('muteTiming')] },
  { code: 'externalAlertmanager', externalCount: 2 },
  { code: 'silenced', silences: ['a'] },
  { code: 'silenced', silences: ['a', 'b'] },
  { code: 'inhibited' },
  { code: 'queryFails', message: 'no such host <prometheus>/' },
  { code: 'noData' },
  { code: 'notFiring' },
  { code: 'notEvaluated', lastEvaluation: undefined },
  { code: 'deliveryFails', cause: 'wrongKey', message: '403', lastAttempt: 0 },
  { code: 'deliveryFails', cause: 'other', message: 'EOF', lastAttempt: 0 },
  { code: 'overdue' },
  { code: 'silentHere', severalReplicas: true },
  { code: 'silentHere', severalReplicas: false },
  { code: 'firstBeatDue' },
  { code: 'pending' },
  { code: 'notEvaluatedYet' },
  { code: 'evaluatesNothing' },
  { code: 'statusLost' },
  { code: 'neverHere', severalReplicas: true },
  { code: 'neverHere', severalReplicas: false },
  { code: 'irmQuiet' },
  { code: 'irmMisses' },
  { code: 'outdated', readAt: 0 },
  { code: 'notAdopted' },
  { code: 'rulesHidden' },
  { code: 'forbidden', part: 'rules', error },
  { code: 'notRead', part: 'deliveries', error },
  { code: 'clocksDiffer', ahead: 125_000 },
];

const describeAll = () => REASONS.map((reason) => describeHealth({ reason }, 0));

test('every reason is a sentence of its own, complete and without a gap', () => {
  expect(new Set(describeAll()).size).toBe(REASONS.length);
  for (const sentence of describeAll()) {
    expect(sentence).toMatch(/^[A-Z\d].*[.\w>/]$/);
    expect(sentence).not.toMatch(/\{\{|undefined|\.\./);
  }
});

test("names, numbers and Grafana's words arrive as they are", () => {
  const say = (reason: HealthReason) => describeHealth({ reason }, 0).replaceAll('\u00a0', ' ');
  expect(say({ code: 'queryFails', message: 'dial <x>/' })).toBe('The query of the alert rule fails: dial <x>/');
  expect(say({ code: 'drift', drifts: [drift('missing'), drift('muteTiming')] })).toBe(
    'The alert rule is missing. 1 more setting differs.'
  );
  expect(say({ code: 'silenced', silences: ['a', 'b'] })).toBe('2 silences suppress the heartbeat.');
  expect(say({ code: 'clocksDiffer', ahead: 125_000 })).toContain('2 min 5 s');
});

test('states have words, and counts name those that occur, worst first', () => {
  expect(new Set(STATES_WORST_FIRST.map(stateText)).size).toBe(8);
  const counts = { up: 3, late: 1, new: 0, down: 0, paused: 0, misconfigured: 0, unknown: 0, none: 0 };
  expect(describeCounts(counts)).toBe('1 late, 3 up');
});
