import { sourceFiles } from './sourceFiles';

const FOLDERS = ['src', 'cli', 'sandbox', 'tests', '.config'];
const SUPPRESSION = /(eslint-disable|biome-ignore|@ts-expect-error|@ts-nocheck|@ts-ignore)(?<rest>.*)/;

/** Lines that switch a rule off and do not say why on the same line. */
const unexplained = (text: string) =>
  text.split('\n').filter((line) => {
    const rest = SUPPRESSION.exec(line)?.groups?.['rest'];
    return rest !== undefined && !/ -- \w|: \w/.test(rest);
  });

test('whoever switches a rule off says why, on the same line', () => {
  const files = FOLDERS.flatMap(sourceFiles).filter(({ path }) => !path.includes('node_modules/'));
  const found = files
    .filter(({ path }) => path !== 'tests/checks/suppressions.test.ts')
    .flatMap(({ path, text }) => unexplained(text).map((line) => `${path}: ${line.trim()}`));
  expect(found).toEqual([]);
});

test('the check tells a suppression with a reason from one without', () => {
  expect(unexplained('// eslint-disable-next-line no-console -- it is a script')).toEqual([]);
  expect(unexplained('// @ts-expect-error: not in the types of 12.3')).toEqual([]);
  expect(unexplained('// eslint-disable-next-line no-console')).toHaveLength(1);
  expect(unexplained('/* @ts-nocheck */')).toHaveLength(1);
});
