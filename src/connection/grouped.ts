/**
 * Looks entries of a list up by one of their values, in their order. The list is grouped once and remembered for as
 * long as it lives, since a reading never changes and is asked the same for every connection.
 */
export function groupedBy<T>(valueOf: (entry: T) => string): (list: readonly T[], value: string) => readonly T[] {
  const known = new WeakMap<readonly T[], Map<string, T[]>>();
  return (list, value) => {
    let groups = known.get(list);
    if (!groups) {
      groups = group(list, valueOf);
      known.set(list, groups);
    }
    return groups.get(value) ?? [];
  };
}

function group<T>(list: readonly T[], valueOf: (entry: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const value = valueOf(entry);
    const members = groups.get(value);
    if (members) {
      members.push(entry);
    } else {
      groups.set(value, [entry]);
    }
  }
  return groups;
}
