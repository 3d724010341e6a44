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
])('%s and %j', (source, text, answer) => {
  expect(goPattern(source)?.(text)).toBe(answer);
});

test.each(['(?=web).*', '(a)\\1', 'a++', '[^]', '(?m)^a$', '\\Qa\\E', 'x{1001}', '('])('%s is not told', (source) => {
  expect(goPattern(source)).toBeUndefined();
});
