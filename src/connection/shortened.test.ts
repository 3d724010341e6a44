import { shortened } from './shortened';

it('cuts between characters, not within one', () => {
  expect(shortened('abc', 5)).toBe('abc');
  expect(shortened('abcdef', 5)).toBe('abcde');
  expect(shortened('abcd😀', 5)).toBe('abcd😀');
  expect(shortened('abcde😀', 5)).toBe('abcde');
  expect(shortened('😀😀😀', 2)).toBe('😀😀');
});
