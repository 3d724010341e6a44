import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256 } from './sha256';

const expected = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test.each([
  '',
  'abc',
  'ä€😀',
  ...[54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000].map((length) => 'x'.repeat(length)),
])('SHA-256 of %j', (text) => expect(sha256(text)).toBe(expected(text)));

test('SHA-256 of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => expect(sha256(text)).toBe(expected(text))),
    { numRuns: 500 }
  );
});
