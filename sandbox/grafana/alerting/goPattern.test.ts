import { goPattern } from './goPattern';

test.each([
  ['(?i)web', 'WEB', true],
  ['.', '😀', true],
  ['a.b', 'a\nb', false],
  ['(?s)a.b', 'a\nb', true],
  ['\\pL+', 'größe', true],
  ['a{01}', 'a', false],
  ['(?P<env>prod)-\\Ax', 'prod-x', false],
  ['a*', '😀', false],
  ['(?m)^a$', 'a', true],
  ['(?m)a$\\n^b', 'a\nb', true],
  ['a$\\n^b', 'a\nb', false],
  ['[[:alpha:]_-]+', 'web_a-b', true],
  ['[^[:digit:][:space:]]+', 'web 1', false],
  ['[[:punct:]]+', '[a]', false],
  ['[[:punct:]]+', '!/:@[]^{~', true],
  ['(?i)[[:upper:]]+', 'web', true],
])('%s and %j', (source, text, answer) => {
  expect(goPattern(source)?.(text)).toBe(answer);
});

test.each([
  '(?=web).*',
  '(a)\\1',
  'a++',
  '[^]',
  '(?i:a)',
  '[[:alfa:]]',
  '[[:^alpha:]]',
  '[[:word:]-a]',
  '\\Qa\\E',
  'x{1001}',
  '(',
])('%s is not told', (source) => {
  expect(goPattern(source)).toBeUndefined();
});
