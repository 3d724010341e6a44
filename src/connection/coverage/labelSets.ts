import type { LabelSet } from './types';

/** Each label set once, in the order of their first appearance. */
export function distinctSets(sets: readonly LabelSet[]): LabelSet[] {
  const byText = new Map(sets.map((set) => [JSON.stringify(Object.entries(set).sort()), set]));
  return [...byText.values()];
}

/** The same sets without the labels that all of them share. */
export function differingLabels(sets: readonly LabelSet[]): LabelSet[] {
  const [first = {}] = sets;
  const isShared = (name: string) => sets.every((set) => set[name] === first[name]);
  return sets.map((set) => Object.fromEntries(Object.entries(set).filter(([name]) => !isShared(name))));
}
