import { changeFor } from './pseudoText';

const text = 'See <1>10 rules</1> of &quot;A&quot; at https://irm.test/a';

test('a real language is left alone', () => {
  expect(changeFor('de-DE')).toBeUndefined();
});

test('long text grows by two fifths and keeps elements, escapes and addresses', () => {
  expect(changeFor('long')?.(text)).toBe('SeeSe <1>10 rulesru</1> ofo &quot;AA&quot; ata https://irm.test/a');
});

test('text from right to left keeps elements, escapes and addresses', () => {
  expect(changeFor('right-to-left')?.(text)).toBe('קהה <1>10 צשלהק</1> סו &quot;א&quot; אר https://irm.test/a');
});
