import type { LabelMatcher } from '../policies/types';
import { equal } from '../equal';
import type { PolicyTree, Raw, StoredPolicy } from './types';

/** Whether two readings found the same tree, down to the fields that the plugin does not know. */
export const isSameTree = (a: PolicyTree, b: PolicyTree): boolean => equal(a.content, b.content);

/**
 * How a tree that was found compares with what was to stand: `same`; only alike in where alerts go, but different in
 * what the plugin left alone; or something else.
 */
export function compareWith(wanted: StoredPolicy, found: StoredPolicy): 'same' | 'alike' | 'other' {
  if (!isAlike(wanted, found)) {
    return 'other';
  }
  return isUntouched(wanted, found) ? 'same' : 'alike';
}

/** Whether two policies match alike; Grafana puts matchers in an order of its own. */
export function isSameSet(a: readonly LabelMatcher[], b: readonly LabelMatcher[]): boolean {
  return a.length === b.length && a.every((one) => b.some((other) => equal(one, other)));
}

/** How Grafana writes down what it was given may differ. */
function isAlike(a: StoredPolicy, b: StoredPolicy): boolean {
  return (
    a.receiver === b.receiver &&
    a.continue === b.continue &&
    isSameSet(a.matchers, b.matchers) &&
    a.groupWait === b.groupWait &&
    a.groupInterval === b.groupInterval &&
    a.repeatInterval === b.repeatInterval &&
    a.routes.length === b.routes.length &&
    a.routes.every((route, index) => isAlike(route, b.routes[index] ?? route))
  );
}

/** A policy that was read stands as it did; of a new one it is not known how Grafana writes it down. */
function isUntouched(wanted: StoredPolicy, found: StoredPolicy): boolean {
  const isOwnSame =
    wanted.stored && found.stored
      ? isSameButEmpty(leftAlone(wanted.stored), leftAlone(found.stored))
      : equal(timesOf(wanted), timesOf(found));
  return isOwnSame && wanted.routes.every((route, index) => isUntouched(route, found.routes[index] ?? route));
}

/** Compared by what they mean: each of Grafana's APIs writes matchers in a form of its own. */
const COMPARED = ['receiver', 'continue', 'routes', 'matchers', 'object_matchers', 'match', 'match_re'];

/** What the plugin never changes in a policy; who keeps the tree stands in the one of the provisioning API. */
const leftAlone = (stored: Raw): Raw =>
  Object.fromEntries(Object.entries(stored).filter(([name]) => !COMPARED.includes(name) && name !== 'provenance'));

const timesOf = ({ muteTimings = [], activeTimings = [] }: StoredPolicy) => ({ muteTimings, activeTimings });

/** Whether what a rule chooses for its notifications is what was wanted. */
export function isSameChoice(wanted: Raw | undefined, found: Raw | undefined): boolean {
  return wanted === undefined || found === undefined ? wanted === found : isSameButEmpty(wanted, found);
}

/** Grafana fills in what was left out, such as empty lists. */
function isSameButEmpty(a: Raw, b: Raw): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => {
    const [one, other] = [a[name], b[name]];
    return equal(one, other) || (isEmpty(one) && isEmpty(other));
  });
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
