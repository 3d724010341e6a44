import { pseudoTexts } from './pseudoText';

const texts = { page: { title: 'Alert rules', found: 'See <1>{{count, number}} rules</1> of {{name}}' } };

test('a real language is left alone', () => {
  expect(pseudoTexts(texts, 'de-DE')).toBe(texts);
});

test('long text grows by two fifths and keeps placeholders and elements', () => {
  expect(pseudoTexts(texts, 'long')).toEqual({
    page: { title: 'AlertAl rulesru', found: 'SeeSe <1>{{count, number}} rulesru</1> ofo {{name}}' },
  });
});

test('text from right to left keeps placeholders and elements', () => {
  expect(pseudoTexts(texts, 'right-to-left')).toEqual({
    page: { title: 'אלהצר צשלהק', found: 'קהה <1>{{count, number}} צשלהק</1> סו {{name}}' },
  });
});
