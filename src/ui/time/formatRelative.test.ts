import { formatRelative, secondsAgo } from './formatRelative';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const NOW = 1_700_000_000_000;

test.each([
  [0, 'just now'],
  [4 * SECOND, 'just now'],
  [7 * SECOND, '5 s ago'],
  [59 * SECOND, '55 s ago'],
  [119 * SECOND, '1 min ago'],
  [36 * MINUTE + 20 * SECOND, '36 min ago'],
  [HOUR, '1 h ago'],
  [50 * HOUR, '2 d ago'],
  [-1 * SECOND, 'in 5 s'],
  [-52 * SECOND, 'in 50 s'],
  [-59 * SECOND, 'in 1 min'],
  [-110 * SECOND, 'in 2 min'],
  [-59.8 * MINUTE, 'in 1 h'],
  [-90 * MINUTE, 'in 2 h'],
])('%d ms ago reads "%s"', (ago, text) => {
  expect(formatRelative(secondsAgo(NOW - ago, NOW)).replaceAll('\u00a0', ' ')).toBe(text);
});
