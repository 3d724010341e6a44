/** @jest-environment <rootDir>/.config/jest/page.mjs */
import type { TimingReason } from '../../connection/timing/verdict';
import { describeTimingReason } from './describeTimingReason';

const REASONS: TimingReason[] = [
  { level: 'blocked', code: 'notWholeSeconds', field: 'groupWait' },
  { level: 'blocked', code: 'notWholeSeconds', field: 'interval' },
  { level: 'blocked', code: 'evaluationIntervalNotMultiple', evaluationInterval: 7 },
  { level: 'blocked', code: 'groupIntervalMissing' },
  { level: 'blocked', code: 'repeatIntervalMissing' },
  { level: 'blocked', code: 'pendingNotBelowInterval', pendingPeriod: 600, interval: 300 },
  { level: 'blocked', code: 'gapNotBelowInterval', gap: 600, interval: 300 },
  { level: 'risky', code: 'fewBeats', beats: 2 },
  { level: 'risky', code: 'shortRestartBudget', restartBudget: 37 },
  { level: 'risky', code: 'restartAlerts', minInterval: 300, enough: 600 },
  { level: 'risky', code: 'restartAlerts', minInterval: 86_400, enough: undefined },
  { level: 'note', code: 'evaluatedLessOften', evaluationInterval: 10, minInterval: 300 },
  { level: 'risky', code: 'beatsUseUpAllowance', beatsPerFiveMinutes: 300 },
  { level: 'note', code: 'retriesUseUpAllowance', retries: 300, left: 0 },
  { level: 'note', code: 'repeatBelowGroupInterval', repeatInterval: 60, groupInterval: 300 },
];

test('every reason is a sentence of its own that names its values', () => {
  const sentences = REASONS.map((reason) => describeTimingReason(reason).replaceAll('\u00a0', ' '));
  expect(new Set(sentences).size).toBe(REASONS.length);
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toMatch(/\{\{|undefined|NaN/);
  }
  expect(sentences[0]).toBe('Group wait: use whole seconds.');
  expect(sentences[6]).toContain('Up to 10 min pass between heartbeats, but IRM expects one every 5 min.');
});
