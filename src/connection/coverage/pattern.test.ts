import { compilePattern } from './pattern';

test.each([
  ['web|db', 'db', true],
  ['web|db', 'webdb', false],
  ['web', 'a web', false],
  ['.*', '', true],
  ['.+', '', false],
  ['prod-.*', 'prod-eu', true],
  ['prod\\.eu', 'prod-eu', false],
  ['[a-z]{2,3}', 'abc', true],
  ['(?:eu|us)-[0-9]+', 'us-12', true],
  ['\\d+\\w?', '12x', true],
  ['^web$', 'web', true],
  ['a*?b', 'aab', true],
  ['[^^]+', 'web', true],
  ['a{0}b', 'b', true],
  ['Müller.*', 'Müller & Co', true],
])('%s is anchored and means the same to Go and JavaScript: %s', (pattern, text, answer) => {
  expect(compilePattern(pattern)(text)).toBe(answer);
});

test.each([
  ['flags', '(?i)web'],
  ['classes of Unicode', '\\pL+'],
  ['classes of Unicode, in words', '\\p{Greek}'],
  ['classes of POSIX', '[[:alpha:]]+'],
  ['a bracket that Go takes for itself', '[]a]'],
  ['named groups', '(?P<env>prod)'],
  ['what only JavaScript has', '(?=web).*'],
  ['backreferences', '(a)\\1'],
  ['quotations', '\\Qa.b\\E'],
  ['the end of a text in Go', 'web\\z'],
  ['white space, of which Go knows less', 'a\\sb'],
  ['repetitions beyond what Go takes', 'a{1001}'],
  ['counts with a zero before them, which Go takes for text', 'web{01}'],
  ['counts with a zero before them, at the end of a range', 'web{1,01}'],
  ['a class of which Go finds no end', '[^]eb'],
  ['possessive repetitions', 'a++'],
  ['nested repetitions, which a browser may never finish', '(a+)+b'],
  ['what is no expression', '(web'],
  ['what is no expression either', '[b-a]'],
  ['a lone repetition', '*'],
])('%s are left open', (_, pattern) => {
  expect(compilePattern(pattern)('web')).toBeUndefined();
});

test('texts in which the two count characters differently are left open', () => {
  expect(compilePattern('.')('😀')).toBeUndefined();
  expect(compilePattern('.*')('a\u2028b')).toBeUndefined();
  expect(compilePattern('.*')('a\rb')).toBeUndefined();
});

test('an answer never takes a browser long', () => {
  const begun = performance.now();
  expect(compilePattern('.*a.*b.*c.*d.*e')('a'.repeat(2000))).toBeUndefined();
  expect(performance.now() - begun).toBeLessThan(100);
});
