import { formatRelative } from './formatRelative';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const NOW = 1_700_000_000_000;

test.each([
  [0, '0 s ago'],
  [59 * SECOND, '59 s ago'],
  [119 * SECOND, '1 min ago'],
  [36 * MINUTE + 20 * SECOND, '36 min ago'],
  [HOUR, '1 h ago'],
  [50 * HOUR, '2 d ago'],
  [-1 * SECOND, 'in 1 s'],
  [-59 * SECOND, 'in 59 s'],
  [-110 * SECOND, 'in 2 min'],
  [-59.8 * MINUTE, 'in 1 h'],
  [-90 * MINUTE, 'in 2 h'],
])('%d ms ago reads "%s"', (ago, text) => {
  expect(formatRelative(NOW - ago, NOW).replaceAll('\u00a0', ' ')).toBe(text);
});
