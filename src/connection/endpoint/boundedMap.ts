/** Puts an entry last and drops the oldest ones beyond `limit`, so that what a long session remembers stays small. */
export function putBounded<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, limit: number): Key[] {
  map.delete(key);
  map.set(key, value);
  const dropped: Key[] = [];
  for (const oldest of map.keys()) {
    if (map.size <= limit) {
      break;
    }
    map.delete(oldest);
    dropped.push(oldest);
  }
  return dropped;
}
