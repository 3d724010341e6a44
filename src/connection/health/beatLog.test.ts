import { mergedLogs, withAttempt, type BeatAttempt, type BeatStretch } from './beatLog';

const MINUTE = 60_000;
const GAP = 2 * MINUTE;
const HOUR = 60 * MINUTE;

const ok = (minutes: number): BeatAttempt => ({ at: minutes * MINUTE, kind: 'delivered' });
const bad = (minutes: number): BeatAttempt => ({ at: minutes * MINUTE, kind: 'failed', cause: 'refused' });
const logOf = (...attempts: BeatAttempt[]) =>
  attempts.reduce<readonly BeatStretch[]>((log, attempt) => withAttempt(log, attempt, GAP), []);

it('joins heartbeats that follow each other, and leaves a gap where none was seen', () => {
  expect(logOf(ok(0), ok(2), ok(4), ok(10))).toEqual([
    { from: 0, to: 4 * MINUTE, kind: 'delivered', count: 3 },
    { from: 10 * MINUTE, to: 10 * MINUTE, kind: 'delivered', count: 1 },
  ]);
});

it('keeps failures apart from what was delivered, and one cause from another', () => {
  const log = logOf(ok(0), bad(2), bad(3), { ...bad(4), cause: 'timeout' }, ok(6));
  expect(log.map(({ kind, cause, count }) => `${count} ${kind} ${cause ?? ''}`)).toEqual([
    '1 delivered ',
    '2 failed refused',
    '1 failed timeout',
    '1 delivered ',
  ]);
});

it('takes an attempt that it has already for no new one, and puts a late one in its place', () => {
  const log = logOf(ok(0), ok(2), ok(10));
  expect(withAttempt(log, ok(2), GAP)).toBe(log);
  expect(withAttempt(log, bad(5), GAP).map(({ from }) => from / MINUTE)).toEqual([0, 5, 10]);
});

it('keeps a day of it, and 200 stretches at most', () => {
  expect(logOf(ok(0), ok(24 * 60))).toHaveLength(1);
  const often = Array.from({ length: 300 }, (_, index) => (index % 2 ? ok(index) : bad(index)));
  const log = logOf(...often);
  expect(log).toHaveLength(200);
  expect(log.at(-1)?.to).toBe(299 * MINUTE);
});

it('merges what two pages saw', () => {
  const one = logOf(ok(0), ok(2), ok(4), bad(6));
  const other = logOf(ok(2), ok(4), bad(30));
  expect(mergedLogs(one, other)).toEqual(mergedLogs(other, one));
  expect(mergedLogs(one, other)).toEqual([...one, ...logOf(bad(30))]);
  expect(mergedLogs(one, logOf(ok(26 * 60))).every(({ to }) => to > 2 * HOUR)).toBe(true);
});
