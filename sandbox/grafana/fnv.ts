/** FNV-1 with 64 bits, as 16 hexadecimal digits. */
export const fnv1 = (bytes: Iterable<number>): string => fnv64(bytes, 'multiplies first');

/** FNV-1a with 64 bits, as 16 hexadecimal digits. */
export const fnv1a = (bytes: Iterable<number>): string => fnv64(bytes, 'takes the byte first');

/** In halves of 32 bits, whose products plain numbers hold: every alert is hashed on its way, and BigInt takes twice the time. */
function fnv64(bytes: Iterable<number>, order: 'multiplies first' | 'takes the byte first'): string {
  const isByteFirst = order === 'takes the byte first';
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (const byte of bytes) {
    const factor = isByteFirst ? (low ^ byte) >>> 0 : low;
    // The prime is 2^40 + 0x1b3.
    const product = factor * 0x1b3;
    high = (high * 0x1b3 + factor * 0x100 + Math.floor(product / 0x1_0000_0000)) >>> 0;
    low = isByteFirst ? product >>> 0 : (product ^ byte) >>> 0;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}
