import { mergedLogs } from './beatLog';
import type { BeatMemory } from './beatMemory';
import { newest, type StatusMemory } from './memory';

/**
 * What two pages saw of the same Grafana. Whichever looked last knows which connections there are, and whether Grafana
 * has forgotten; of the heartbeats each knows some. What is known of replicas stays that of the first.
 */
export function mergedMemory(own: StatusMemory, other: StatusMemory): StatusMemory {
  const isOwnNewer = (own.lookedAt ?? -1) >= (other.lookedAt ?? -1);
  const [newer, older] = isOwnNewer ? [own, other] : [other, own];
  const keys = Object.keys(newer.beats);
  const pairs = keys.flatMap((key): Array<[string, BeatMemory]> => {
    const [one, two] = [newer.beats[key], older.beats[key]];
    return one ? [[key, two ? mergedBeats(one, two) : one]] : [];
  });
  const logs = keys.map((key) => [key, logOf(key, newer, older)] as const);
  return { ...own, beats: Object.fromEntries(pairs), log: Object.fromEntries(logs), lookedAt: newer.lookedAt };
}

function mergedBeats(newer: BeatMemory, older: BeatMemory): BeatMemory {
  const replacedAt = newest(newer.replacedAt, older.replacedAt);
  const counted = (time: number | undefined) => (time !== undefined && time < (replacedAt ?? 0) ? undefined : time);
  return {
    ...newer,
    lastBeat: counted(newest(newer.lastBeat, older.lastBeat)),
    lastAttempt: counted(newest(newer.lastAttempt, older.lastAttempt)),
    replacedAt,
  };
}

function logOf(key: string, newer: StatusMemory, older: StatusMemory) {
  const [one = [], two = []] = [newer.log[key], older.log[key]];
  const replacedAt = Math.max(newer.beats[key]?.replacedAt ?? 0, older.beats[key]?.replacedAt ?? 0);
  return mergedLogs(one, two).filter(({ from }) => from >= replacedAt);
}
