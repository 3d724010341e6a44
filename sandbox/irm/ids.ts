const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function pick(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(Math.floor(Math.random() * alphabet.length))).join('');
}

/** An id as IRM makes them: one letter for the kind of object, then twelve capitals and digits. */
export function publicId(kind: 'C' | 'R' | 'B' | 'I' | 'A' | 'T' | 'U'): string {
  return kind + pick(capitals, 12);
}

export function endpointToken(): string {
  return pick(letters, 25);
}
