import { opennessBy, type OpennessOf } from '../coverage/openness';
import type { NotificationPolicy } from '../policies/types';
import type { GrafanaPort, TimeInterval } from '../port/grafanaPort';

/** What names a contact point and never sends there, because its mute or active timings hold everything back. */
export interface ShutWays {
  /** How many policies, by name of the contact point. */
  policies: ReadonlyMap<string, number>;
  /** Uids of the rules that choose it themselves. */
  rules: ReadonlyMap<string, readonly string[]>;
}

interface Uses {
  root: NotificationPolicy;
  policiesOf(name: string): number;
  targets: readonly string[];
}

/**
 * Which ways never let anything through. Of a timing that cannot be read this is not said.
 *
 * @param uses how many policies name each contact point, and those of connections that rules choose
 * @param now Grafana's clock, epoch milliseconds
 */
export async function shutWays(
  port: Pick<GrafanaPort, 'listTimeIntervals' | 'locateRules'>,
  { root, policiesOf, targets }: Uses,
  now: number
): Promise<ShutWays> {
  const intervals = await port.listTimeIntervals();
  const known = intervals.ok ? intervals.value : [];
  const openness = opennessBy(known, now);
  const policies = countShut(root, openness);
  const byRulesAlone = targets.filter((name) => policiesOf(name) <= (policies.get(name) ?? 0));
  const isLookedFor = byRulesAlone.length > 0 && canShut(known, openness);
  const located = isLookedFor ? await port.locateRules(byRulesAlone) : undefined;
  const rules = new Map<string, string[]>();
  for (const rule of located?.ok ? located.value : []) {
    if (openness(rule) === 'shut') {
      rules.set(rule.receiver, [...(rules.get(rule.receiver) ?? []), rule.uid]);
    }
  }
  return { policies, rules };
}

/** Whether any choice of these time intervals would never let anything through. */
const canShut = (intervals: readonly TimeInterval[], openness: OpennessOf): boolean =>
  openness({ muteTimings: intervals.map(({ name }) => name) }) === 'shut' ||
  intervals.some(({ name }) => openness({ activeTimings: [name] }) === 'shut');

function countShut(policy: NotificationPolicy, openness: OpennessOf, counts = new Map<string, number>()) {
  if (policy.receiver !== '' && isShut(policy, openness)) {
    counts.set(policy.receiver, (counts.get(policy.receiver) ?? 0) + 1);
  }
  policy.routes.forEach((route) => countShut(route, openness, counts));
  return counts;
}

/** Timings are of one policy alone; those below it that take its contact point may send there all the same. */
export const isShut = (policy: NotificationPolicy, openness: OpennessOf): boolean =>
  openness(policy) === 'shut' && policy.routes.every((route) => route.receiver !== '' || isShut(route, openness));
