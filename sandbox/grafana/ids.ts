import { createHash, randomInt } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Short ids as Grafana makes them: 14 characters, the first of them a letter from a to f. */
export function shortUid(): string {
  const rest = Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${'abcdef'.charAt(randomInt(6))}${randomInt(10)}${rest}`;
}

/** Same content, same hash: 16 hexadecimal digits. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}
