import fc from 'fast-check';

import { evaluateExpression, evaluatePromQuery } from './expression';

test.each([
  ['1 > 0', 1],
  ['0 > 1', 0],
  ['1>0', 1],
  ['2 + 3 * 4', 14],
  ['(2 + 3) * 4', 20],
  ['-2 ^ 2', -4],
  ['2 ^ 3 ^ 2', 512],
  ['!0 && 1', 1],
  ['1 == 1 || 0', 1],
  ['7 % 4 - 1.5e1', -12],
])('%s is %d', (text, value) => {
  expect(evaluateExpression(text)).toEqual({ value });
});

test.each(['', '1 >', '(1', '1 2', 'foo', '1 # 2', 'vector(1)'])('%p cannot be read', (text) => {
  expect(evaluateExpression(text)).toHaveProperty('reason');
});

test('refers to other queries, in both ways of writing', () => {
  const scope = (name: string) => ({ A: 5, B: 2 })[name];
  expect(evaluateExpression('$A > ${B}', scope)).toEqual({ value: 1 });
  expect(evaluateExpression('$C', scope)).toHaveProperty('reason');
});

test('arithmetic agrees with JavaScript', () => {
  const operator = fc.constantFrom('+', '-', '*', '>', '<', '>=', '==');
  const operand = fc.integer({ min: 0, max: 99 });
  fc.assert(
    fc.property(operand, operator, operand, (a, sign, b) => {
      const expected = Number(
        { '+': a + b, '-': a - b, '*': a * b, '>': a > b, '<': a < b, '>=': a >= b, '==': a === b }[sign]
      );
      expect(evaluateExpression(`${a} ${sign} ${b}`)).toEqual({ value: expected });
    })
  );
});

test('PromQL keeps the left side where a comparison holds and has no data where it does not', () => {
  expect(evaluatePromQuery('vector(1) > 0')).toEqual({ value: 1 });
  expect(evaluatePromQuery('vector(5) > 2')).toEqual({ value: 5 });
  expect(evaluatePromQuery('vector(0) > 1')).toEqual({ noData: true });
  expect(evaluatePromQuery('vector(0) > bool 1')).toEqual({ value: 0 });
  expect(evaluatePromQuery('vector(1)')).toEqual({ value: 1 });
  expect(evaluatePromQuery('up{job="x"}')).toHaveProperty('reason');
});
