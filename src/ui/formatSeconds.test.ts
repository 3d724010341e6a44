/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { formatAtMost, formatBounds, formatSeconds } from './formatSeconds';

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

test.each([
  [{ least: 600, greatest: 720 }, '10 to 12 min'],
  [{ least: 300, greatest: 364 }, '5 to 6 min'],
  [{ least: 120, greatest: 130 }, '2 min to 2 min 10 s'],
  [{ least: 40, greatest: 90 }, '40 s to 1 min 30 s'],
  // What is noise does not make a range.
  [{ least: 60, greatest: 62 }, '1 min'],
  [{ least: 120, greatest: 121 }, '2 min'],
  [{ least: 0.5, greatest: 0.5 }, '0.5 s'],
])('%j reads as %s', (bounds, text) => {
  expect(plain(formatBounds(bounds))).toBe(text);
});

test.each([
  [457, '7 min'],
  [119, '1 min 50 s'],
  [19.5, '19 s'],
  [0, '0 s'],
])('%s seconds to count on read as %s', (seconds, text) => {
  expect(plain(formatAtMost(seconds))).toBe(text);
});
