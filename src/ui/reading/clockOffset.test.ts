import fc from 'fast-check';
import { clockOffset } from './clockOffset';

test('a clock that is wrong by hours is followed, whole seconds and all', () => {
  expect(clockOffset(undefined, 7_200_000, 0)).toBe(7_200_000);
  expect(clockOffset(7_200_000, 10_000, 10_000)).toBe(0);
});

test('answers of one server keep to within the slowest part of a second, and never move back', () => {
  const answers = fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(answers, fc.integer({ min: -1e9, max: 1e9 }), (lost, truth) => {
      let offset: number | undefined;
      for (const part of lost) {
        const next = clockOffset(offset, truth - part, 0);
        expect(next).toBeGreaterThanOrEqual(offset ?? -Infinity);
        offset = next;
      }
      expect(offset).toBe(truth - Math.min(...lost));
    })
  );
});
