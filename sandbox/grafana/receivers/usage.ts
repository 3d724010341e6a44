import type { NotificationPolicy, Policies, Rules } from '../context';

export interface Usage {
  /** How many policies name this contact point. */
  policies(name: string): number;
  /** Uids of the rules that route straight to it. */
  rules(name: string): string[];
}

export function createUsage(policies: Policies, rules: Pick<Rules, 'usingReceiver'>): Usage {
  return {
    policies: (name) => allPolicies(policies.tree()).filter(({ receiver }) => receiver === name).length,
    rules: (name) => rules.usingReceiver(name),
  };
}

export function allPolicies(policy: NotificationPolicy): NotificationPolicy[] {
  return [policy, ...(policy.routes ?? []).flatMap(allPolicies)];
}
