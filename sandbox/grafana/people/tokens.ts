import { createHash, randomBytes } from 'node:crypto';

/** Only hashes of tokens and sessions are kept. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function newServiceAccountToken(): string {
  const text = randomBytes(32)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, 'x')
    .slice(0, 32);
  return `glsa_${text}_${randomBytes(4).toString('hex')}`;
}

export function newSession(): string {
  return randomBytes(16).toString('hex');
}
