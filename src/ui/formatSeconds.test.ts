/** @jest-environment jest-fixed-jsdom */
import { formatBounds, formatSeconds } from './formatSeconds';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [0, '0 s'],
  [0.04, '0 s'],
  [0.5, '0.5 s'],
  [9.96, '10 s'],
  [31, '31 s'],
  [59.6, '1 min'],
  [121, '2 min 1 s'],
  [240.2, '4 min'],
  [3600, '1 h'],
  [7261, '2 h 1 min 1 s'],
  [86_400, '1 d'],
  [90_000, '1 d 1 h'],
])('%s seconds read as %s', (seconds, text) => {
  expect(plain(formatSeconds(seconds))).toBe(text);
});

test('a range names both ends, and only one where they read the same', () => {
  expect(plain(formatBounds({ least: 120, greatest: 121 }))).toBe('2 min to 2 min 1 s');
  expect(plain(formatBounds({ least: 60, greatest: 60.1 }))).toBe('1 min');
});
