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

test.each([
  ['unbounded repetitions', '.*a.*b.*c.*d.*e', 'a'.repeat(2000)],
  ['choices that overlap', `${'(a|aa)'.repeat(24)}b`, 'a'.repeat(48)],
  ['many things that may be there or not', `${'a?'.repeat(24)}[ab]*c`, 'a'.repeat(24)],
  ['such things in groups', `${'(?:a?b?)'.repeat(18)}c`, 'ab'.repeat(18)],
])('what could take a browser long is left open: %s', (_, pattern, text) => {
  expect(compilePattern(pattern)(text)).toBeUndefined();
});

test.each([
  ['choices one beside the other', '(prod|stage|dev)-(eu|us)-(web|db|api)-?[0-9]?', 'stage-us-api7', true],
  ['choices of whole texts', '.*checkout.*|.*payment.*', `${'a'.repeat(400)} payment`, true],
  ['a long list', Array.from({ length: 300 }, (_, index) => `team-${index}`).join('|'), 'team-299', true],
])('what costs little is answered: %s', (_, pattern, text, answer) => {
  expect(compilePattern(pattern)(text)).toBe(answer);
});
