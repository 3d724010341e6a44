import { compilePattern, type Pattern } from './pattern';
import type { AlertRule, LabelMatcher, LabelSet } from './types';

/** `maybe`: it depends on labels that only the alerts themselves have, or on what only Grafana can evaluate. */
export type Match = 'yes' | 'no' | 'maybe';

/** Labels of a rule's alerts. Others may exist unless they are complete. */
export interface KnownLabels {
  labels: ReadonlyMap<string, string>;
  areComplete: boolean;
}

/** A matcher whose regular expression is read once, not for each rule. */
export interface CompiledMatcher {
  name: string;
  isNegated: boolean;
  /** What it compares with; undefined for a regular expression. */
  value: string | undefined;
  hits: Pattern;
}

const UID_LABEL = '__alert_rule_uid__';

/** Grafana's own, which are not shown wherever alerts are. */
const isPrivate = (name: string) => name.startsWith('__');

/** What is known of an alert that the rule has now: everything but labels that Grafana keeps for itself. */
export function labelsOfAlert(labels: LabelSet): KnownLabels {
  return { labels: new Map(Object.entries(labels)), areComplete: true };
}

/**
 * What is known of every alert that the rule may ever have: the labels that it sets itself, which its queries cannot
 * change, and those that Grafana adds. A templated value is known only from an alert, and an empty one counts as not
 * set.
 */
export function labelsOfRule({ uid, title, folder, labels }: AlertRule): KnownLabels {
  const known = new Map<string, string>();
  for (const name in labels) {
    const value = labels[name];
    if (value && !value.includes('{{')) {
      known.set(name, value);
    }
  }
  known.set('alertname', title).set('grafana_folder', folder).set(UID_LABEL, uid);
  return { labels: known, areComplete: false };
}

/** Names that alerts go by instead of their rule's while its query returns no data, or fails. */
export const TROUBLE_NAMES = ['DatasourceNoData', 'DatasourceError'] as const;

/**
 * What is known of the alert that stands for missing data or a failing query, where the rule's states for these make
 * one: it has no labels of the query, and the rule's name moves to another label [Grafana's documentation].
 */
export function labelsOfTrouble(rule: AlertRule, name: (typeof TROUBLE_NAMES)[number]): KnownLabels {
  const labels = new Map(labelsOfRule(rule).labels).set('alertname', name).set('rulename', rule.title);
  return { labels, areComplete: false };
}

/**
 * Matchers made ready to be asked of many rules; a regular expression that is not evaluated here leaves the answer
 * open.
 */
export function compileMatchers(matchers: readonly LabelMatcher[]): CompiledMatcher[] {
  return matchers.map(({ name, operator, value }) => {
    const isRegex = operator === '=~' || operator === '!~';
    const isNegated = operator === '!=' || operator === '!~';
    const hits = isRegex ? remembering(compilePattern(value)) : (text: string) => text === value;
    return { name, isNegated, value: isRegex ? undefined : value, hits };
  });
}

/** Many rules have the same few values of a label. */
function remembering(pattern: Pattern): Pattern {
  const known = new Map<string, boolean | undefined>();
  return (text) => {
    if (known.has(text)) {
      return known.get(text);
    }
    const answer = pattern(text);
    if (known.size < 10_000) {
      known.set(text, answer);
    }
    return answer;
  };
}

/** Whether alerts with these labels match all matchers; a label that is missing counts as empty, as in Alertmanager. */
export function matchAll(matchers: readonly CompiledMatcher[], known: KnownLabels): Match {
  let isOpen = false;
  for (const matcher of matchers) {
    const answer = matchOne(matcher, known);
    if (answer === 'no') {
      return 'no';
    }
    isOpen ||= answer === 'maybe';
  }
  return isOpen ? 'maybe' : 'yes';
}

function matchOne({ name, isNegated, hits }: CompiledMatcher, { labels, areComplete }: KnownLabels): Match {
  const actual = labels.get(name);
  if (name === '' || (actual === undefined && (!areComplete || isPrivate(name)))) {
    return 'maybe';
  }
  const hit = hits(actual ?? '');
  return hit === undefined ? 'maybe' : hit !== isNegated ? 'yes' : 'no';
}

/** The same labels, and those that alerts must have to have come past these matchers. */
export function knownPast(matchers: readonly CompiledMatcher[], known: KnownLabels): KnownLabels {
  if (known.areComplete) {
    return known;
  }
  const told = matchers.filter(
    ({ name, value, isNegated }) => name !== '' && value !== undefined && !isNegated && !known.labels.has(name)
  );
  return told.length === 0
    ? known
    : {
        labels: new Map([...known.labels, ...told.map(({ name, value = '' }) => [name, value] as const)]),
        areComplete: false,
      };
}
