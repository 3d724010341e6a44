import type { CadenceRule, LabelMatcher, LabelSet } from './types';

/** `maybe`: it depends on labels that only the alerts themselves have. */
export type Match = 'yes' | 'no' | 'maybe';

/** Labels of a rule's alerts. Others may exist unless they are complete. */
export interface KnownLabels {
  labels: ReadonlyMap<string, string>;
  areComplete: boolean;
}

/** What is known of an alert that the rule has now: everything. */
export function labelsOfAlert(labels: LabelSet): KnownLabels {
  return { labels: new Map(Object.entries(labels)), areComplete: true };
}

/**
 * What is known of every alert that the rule may ever have: labels that the rule sets itself and the two that Grafana
 * adds. A templated value is known only from an alert.
 */
export function labelsOfRule({ title, folder, labels }: CadenceRule): KnownLabels {
  const own = Object.entries(labels).filter(([, value]) => !value.includes('{{'));
  return { labels: new Map([...own, ['alertname', title], ['grafana_folder', folder]]), areComplete: false };
}

/** Whether alerts with these labels match all matchers; a label that is missing counts as empty, as in Alertmanager. */
export function matchAll(matchers: readonly LabelMatcher[], known: KnownLabels): Match {
  const answers = matchers.map((matcher) => matchOne(matcher, known));
  return answers.includes('no') ? 'no' : answers.includes('maybe') ? 'maybe' : 'yes';
}

function matchOne({ name, operator, value }: LabelMatcher, { labels, areComplete }: KnownLabels): Match {
  const actual = labels.get(name);
  if (actual === undefined && !areComplete) {
    return 'maybe';
  }
  const isRegex = operator === '=~' || operator === '!~';
  const hit = isRegex ? matchesRegex(value, actual ?? '') : value === (actual ?? '');
  if (hit === undefined) {
    return 'maybe';
  }
  const isNegated = operator === '!=' || operator === '!~';
  return hit !== isNegated ? 'yes' : 'no';
}

/** Undefined for a pattern that only Grafana's own kind of regular expressions knows, such as `(?i)abc`. */
function matchesRegex(pattern: string, text: string): boolean | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    return undefined;
  }
}
