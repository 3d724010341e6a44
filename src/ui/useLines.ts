import { useState } from 'react';

interface Lines {
  ids: readonly string[];
  /** Of the drawn line that shows the row with the id at the same place. */
  keys: readonly number[];
  /** Of the next line that has to be made. */
  next: number;
  isKept: boolean;
}

/**
 * React keys of the rows of a list, by which a row that is no longer shown leaves its line to one that is now: to fill a
 * line with another row costs a fraction of making one. A row that stays keeps its line, and nobody takes over that of a
 * row which somebody works with (`isKept`).
 */
export function useLines(ids: readonly string[], isKept: boolean): readonly number[] {
  const [lines, setLines] = useState<Lines>(() => fill({ ids: [], keys: [], next: 0, isKept }, ids, isKept));
  if (isSame(lines, ids, isKept)) {
    return lines.keys;
  }
  const now = fill(lines, ids, isKept);
  setLines(now);
  return now.keys;
}

const isSame = (lines: Lines, ids: readonly string[], isKept: boolean) =>
  lines.isKept === isKept && lines.ids.length === ids.length && lines.ids.every((id, index) => id === ids[index]);

function fill(before: Lines, ids: readonly string[], isKept: boolean): Lines {
  const keyOf = new Map(before.ids.map((id, index) => [id, before.keys[index]]));
  const shown = new Set(ids);
  const free = before.isKept ? [] : before.keys.filter((_, index) => !shown.has(before.ids[index] ?? ''));
  let { next } = before;
  const keys = ids.map((id) => keyOf.get(id) ?? free.shift() ?? next++);
  return { ids, keys, next, isKept };
}
