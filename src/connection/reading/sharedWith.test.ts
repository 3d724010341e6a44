import fc from 'fast-check';
import { sharedWith } from './sharedWith';

it('says what came, and is what was where both say the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(sharedWith(before, after)).toEqual(after);
      expect(sharedWith(before, structuredClone(before))).toBe(before);
    })
  );
});

it('keeps a label that is called as what every object has', () => {
  const labels = JSON.parse('{ "__proto__": "a", "constructor": "b" }') as unknown;
  expect(JSON.stringify(sharedWith({} as unknown, labels))).toBe(JSON.stringify(labels));
  expect(JSON.stringify(sharedWith(labels, { other: 'c' } as unknown))).toBe('{"other":"c"}');
  expect(sharedWith(labels, structuredClone(labels))).toBe(labels);
});

it('keeps every part that has not changed', () => {
  const before = { rules: [{ uid: 'a' }, { uid: 'b', title: 'old' }], folder: { state: 'present' } };
  const after = sharedWith(before, { rules: [{ uid: 'a' }, { uid: 'b', title: 'new' }], folder: { state: 'present' } });
  expect(after.folder).toBe(before.folder);
  expect(after.rules[0]).toBe(before.rules[0]);
  expect(after.rules[1]).toEqual({ uid: 'b', title: 'new' });
});

it('tells a list from a record, and nothing from a field that is missing', () => {
  expect(sharedWith<unknown>([], {})).toEqual({});
  const before: { a?: number } = { a: undefined };
  expect('a' in sharedWith(before, {})).toBe(false);
});
