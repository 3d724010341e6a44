import type { NotificationPolicy, Policies, Rules } from '../context';

export interface Usage {
  /** How many policies name this contact point. */
  policies(name: string): number;
  /** Uids of the rules that route straight to it. */
  rules(name: string): string[];
  /** The same as of now, counted once for all contact points. */
  counted(): Pick<Usage, 'policies' | 'rules'>;
  /** Rules and policies that name this time interval. */
  timeInterval(name: string): { rules: string[]; policies: number };
}

export function createUsage(policies: Policies, rules: Pick<Rules, 'usingReceivers' | 'usingTimeInterval'>): Usage {
  return {
    policies: (name) => allPolicies(policies.tree()).filter(({ receiver }) => receiver === name).length,
    rules: (name) => rules.usingReceivers().get(name) ?? [],
    counted() {
      const [uids, tree] = [rules.usingReceivers(), allPolicies(policies.tree())];
      const counts = new Map<string, number>();
      for (const { receiver = '' } of tree) {
        counts.set(receiver, (counts.get(receiver) ?? 0) + 1);
      }
      return { policies: (name) => counts.get(name) ?? 0, rules: (name) => uids.get(name) ?? [] };
    },
    timeInterval: (name) => ({
      rules: rules.usingTimeInterval(name),
      policies: allPolicies(policies.tree()).filter((policy) => timesOf(policy).includes(name)).length,
    }),
  };
}

export function allPolicies(policy: NotificationPolicy): NotificationPolicy[] {
  return [policy, ...(policy.routes ?? []).flatMap(allPolicies)];
}

/** The time intervals that a policy or a rule's own settings name. */
export function timesOf(settings: Pick<NotificationPolicy, 'mute_time_intervals' | 'active_time_intervals'>): string[] {
  return [...(settings.mute_time_intervals ?? []), ...(settings.active_time_intervals ?? [])];
}
