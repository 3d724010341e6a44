import { matcherFromText } from './matcherText';

test.each([
  ['team="web"', ['team', '=', 'web']],
  ['severity=~crit.*', ['severity', '=~', 'crit.*']],
  [' team != "" ', ['team', '!=', '']],
  ['team="a \\"b\\""', ['team', '=', 'a "b"']],
  ['team="first\\nsecond"', ['team', '=', 'first\nsecond']],
  ['team=~"web\\\\.eu"', ['team', '=~', 'web\\.eu']],
  ['größe!~"a,b"', ['größe', '!~', 'a,b']],
  ['"with space"="Disk full"', ['with space', '=', 'Disk full']],
  ['"quo\\"te"=~"\\\\w+"', ['quo"te', '=~', '\\w+']],
  ['"back\\\\slash"!="tab\\tnext\\u00a0\\U0001f600\\x7f"', ['back\\slash', '!=', 'tab\tnext\u00a0\u{1F600}\u007f']],
])('%s is read as Grafana means it', (text, [name, operator, value]) => {
  expect(matcherFromText(text)).toEqual({ name, operator, value });
});

test.each([
  ['two matchers in one', 'team="web",env="x"'],
  ['braces', '{team="web"}'],
  ['a quotation that does not end', 'team="web'],
  ['an escape that only some readers know', 'team="a\\tb"'],
  ['a byte that is no character', '"a b"="\\xff"'],
  ['a character that there is not', '"a b"="\\U00110000"'],
  ['other quotation marks', "team='web'"],
  ['no operator', 'team'],
  ['no name', '=web'],
])('%s: nothing is certain of it', (_, text) => {
  expect(matcherFromText(text).name).toBe('');
});
