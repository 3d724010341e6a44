import fc from 'fast-check';

import { fnv1, fnv1a } from './fnv';

const hashes: Array<[string, (bytes: Iterable<number>) => string, (hash: bigint, byte: bigint) => bigint]> = [
  ['FNV-1', fnv1, (hash, byte) => BigInt.asUintN(64, hash * 0x100000001b3n) ^ byte],
  ['FNV-1a', fnv1a, (hash, byte) => BigInt.asUintN(64, (hash ^ byte) * 0x100000001b3n)],
];

test.each(hashes)('%s is what whole numbers of 64 bits make of it', (_, hash, step) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const whole = [...bytes].reduce((value, byte) => step(value, BigInt(byte)), 0xcbf29ce484222325n);
      expect(hash(bytes)).toBe(whole.toString(16).padStart(16, '0'));
    }),
    { numRuns: 500 }
  );
});
