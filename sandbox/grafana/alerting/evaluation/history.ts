import type { Labels } from '../labels';

export interface HistoryEntry {
  ruleUid: string;
  at: number;
  text: string;
  previous: string;
  next: string;
  data: string;
}

interface Transition {
  ruleUid: string;
  title: string;
  labels: Labels;
  at: number;
  previous: string;
  next: string;
  values: Record<string, number>;
  error?: string;
}

const KEEP_PER_RULE = 1000;

export interface History {
  record(transition: Transition): void;
  /** Of one rule, newest first. */
  list(filter: { ruleUid: string; from?: number; to?: number; limit?: number }): HistoryEntry[];
  save(): HistoryEntry[];
  load(entries: HistoryEntry[]): void;
}

function annotationText({ title, labels, values }: Transition): string {
  const shown = Object.keys(labels)
    .filter((name) => !/^__|__$/.test(name))
    .sort()
    .map((name) => `${name}=${labels[name]}`);
  const measured = Object.entries(values).map(([refId, value]) => `${refId}=${value.toFixed(6)}`);
  return `${title} {${shown.join(', ')}} - ${measured.join(', ')}`;
}

export function createHistory(): History {
  const byRule = new Map<string, HistoryEntry[]>();

  function add(entry: HistoryEntry) {
    const entries = byRule.get(entry.ruleUid) ?? [];
    byRule.set(entry.ruleUid, entries);
    entries.push(entry);
    if (entries.length > KEEP_PER_RULE) {
      entries.shift();
    }
  }

  return {
    record(transition) {
      const { ruleUid, at, previous, next, values, error } = transition;
      const data = error === undefined ? { values } : { error };
      add({ ruleUid, at, previous, next, text: annotationText(transition), data: JSON.stringify(data) });
    },
    list({ ruleUid, from = -Infinity, to = Infinity, limit = 5000 }) {
      return (byRule.get(ruleUid) ?? [])
        .filter(({ at }) => at >= from && at <= to)
        .sort((a, b) => b.at - a.at)
        .slice(0, limit);
    },
    save: () => [...byRule.values()].flat(),
    load(entries) {
      byRule.clear();
      entries.forEach(add);
    },
  };
}
