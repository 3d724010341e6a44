import { sourceFiles } from './sourceFiles';

const MEDIAN = 60;
const P90 = 180;
const GREATEST = 300;

const sizes = [...sourceFiles('src'), ...sourceFiles('sandbox')]
  .filter((file) => !file.isTest)
  .map((file) => ({ path: file.path, lines: file.text.trimEnd().split('\n').length }))
  .sort((a, b) => a.lines - b.lines);

const quantile = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))]?.lines ?? 0;

test('source files stay small', () => {
  expect(sizes.filter((file) => file.lines > GREATEST)).toEqual([]);
  expect(quantile(0.5)).toBeLessThanOrEqual(MEDIAN);
  expect(quantile(0.9)).toBeLessThanOrEqual(P90);
});
