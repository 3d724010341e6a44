import { fnv1, fnv1a } from '../fnv';
import type { Labels } from './labels';

const SEPARATOR = 0xff;

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
  return fnv1a(labelBytes(labels));
}

/** What spreads rule groups over their interval (FNV-1 over name, folder and organisation of the group). */
export function groupJitterHash(group: { name: string; folderUid: string }): bigint {
  return BigInt(`0x${fnv1(labelBytes({ name: group.name, file: group.folderUid, orgId: '1' }))}`);
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
  return fnv1(bytes);
}
