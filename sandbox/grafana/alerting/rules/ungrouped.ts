import type { RuleStore } from './ruleStore';

/** Rules of the app platform are in no group; the older APIs show this one, two hundred characters long. */
export function ownGroup(uid: string): string {
  return `no_group_for_rule_${uid}`.padEnd(200, '*');
}

interface Wanted {
  name: string;
  uids: Array<string | undefined>;
}

/**
 * What the older APIs refuse of rules without a group: to make them, to give them company, and to take them out (read in
 * the source, not recorded; the words are ours).
 */
export function ungroupedProblem({ name, uids }: Wanted, store: RuleStore): string | undefined {
  const isOwn = name.startsWith('no_group_for_rule_');
  const known = uids.map((uid) => store.get(uid ?? ''));
  if (isOwn && (uids.length !== 1 || known[0]?.group !== name)) {
    return 'invalid alert rule: a group of this name holds exactly the one rule that is in no group';
  }
  const leaves = known.some((rule) => rule !== undefined && rule.group === ownGroup(rule.uid) && rule.group !== name);
  return leaves ? 'invalid alert rule: a rule without a group cannot be moved into one' : undefined;
}
