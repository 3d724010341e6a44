import { groupJitterHash } from '../fingerprint';
import type { StoredRule } from '../rules/rule';

interface Bucket {
  /** In ticks. */
  every: number;
  offset: number;
  uids: Set<string>;
}

/** Which rules are due at which tick. Groups with longer intervals are spread over them by a hash of their name. */
export function createBuckets(tickSeconds: number) {
  const buckets = new Map<string, Bucket>();
  const bucketOf = new Map<string, Bucket>();

  function remove(uid: string) {
    bucketOf.get(uid)?.uids.delete(uid);
    bucketOf.delete(uid);
  }

  return {
    remove,
    put(rule: StoredRule) {
      remove(rule.uid);
      const every = Math.max(1, Math.round(rule.intervalSeconds / tickSeconds));
      const hash = every === 1 ? 0n : groupJitterHash({ name: rule.group, folderUid: rule.folderUid });
      const offset = Number(hash % BigInt(every));
      const key = `${every}/${offset}`;
      const bucket = buckets.get(key) ?? { every, offset, uids: new Set() };
      buckets.set(key, bucket);
      bucket.uids.add(rule.uid);
      bucketOf.set(rule.uid, bucket);
    },
    due(tick: number): string[] {
      return [...buckets.values()]
        .filter(({ every, offset }) => tick % every === offset)
        .flatMap(({ uids }) => [...uids]);
    },
  };
}
