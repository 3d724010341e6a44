import { sourceFiles } from './sourceFiles';

const GREATEST = 300;

test('no source file is longer than a thought', () => {
  const long = [...sourceFiles('src'), ...sourceFiles('cli'), ...sourceFiles('sandbox')]
    .filter((file) => !file.isTest)
    .map((file) => ({ path: file.path, lines: file.text.trimEnd().split('\n').length }))
    .filter((file) => file.lines > GREATEST);
  expect(long).toEqual([]);
});
