import type { Labels } from './labels';

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;
const SEPARATOR = 0xff;

function hex(hash: bigint): string {
  return hash.toString(16).padStart(16, '0');
}

/** Labels in order of their names, every name and value followed by a byte that no text contains. */
function labelBytes(labels: Labels): number[] {
  const bytes: number[] = [];
  for (const name of Object.keys(labels).sort()) {
    bytes.push(...Buffer.from(name), SEPARATOR, ...Buffer.from(labels[name] ?? ''), SEPARATOR);
  }
  return bytes;
}

/** The fingerprint of an alert (FNV-1a over its labels), as the Alertmanager shows it; recorded in state.json. */
export function labelFingerprint(labels: Labels): string {
  let hash = OFFSET;
  for (const byte of labelBytes(labels)) {
    hash = ((hash ^ BigInt(byte)) * PRIME) & MASK;
  }
  return hex(hash);
}

function fnv1(bytes: number[]): bigint {
  let hash = OFFSET;
  for (const byte of bytes) {
    hash = ((hash * PRIME) & MASK) ^ BigInt(byte);
  }
  return hash;
}

/** What spreads rule groups over their interval (FNV-1 over name, folder and organisation of the group). */
export function groupJitterHash(group: { name: string; folderUid: string }): bigint {
  return fnv1(labelBytes({ name: group.name, file: group.folderUid, orgId: '1' }));
}

/** A hash over texts and durations (milliseconds), in Grafana's byte layout for settings of direct routing. */
export function settingsHash(parts: Array<string | { ms: number | undefined }>): string {
  const bytes: number[] = [];
  for (const part of parts) {
    if (typeof part === 'string') {
      bytes.push(...Buffer.from(part));
    } else if (part.ms !== undefined) {
      const nanoseconds = Buffer.alloc(8);
      nanoseconds.writeBigUInt64LE(BigInt(part.ms) * 1_000_000n);
      bytes.push(...nanoseconds);
    }
    bytes.push(SEPARATOR);
  }
  return hex(fnv1(bytes));
}
