import { useMemo } from 'react';
import type { Receivers } from '../connection/policies/receiver';
import { effectOf, type Effect, type Routed } from '../connection/route-alerts/effect';
import { planRouting } from '../connection/route-alerts/planRouting';
import { planRule } from '../connection/route-alerts/planRule';
import type { PolicyTree, RoutingObstacle, RoutingPlan, RulePlan, RuleRouting } from '../connection/route-alerts/types';
import { policyChoice, type RouteValues } from './choice';

interface Known {
  tree: PolicyTree | undefined;
  routed: Routed | undefined;
  rule: RuleRouting | undefined;
  targets: readonly string[];
  receivers: Receivers;
}

export interface RoutePlan {
  policies: RoutingPlan | undefined;
  rule: RulePlan | undefined;
  /** Undefined for one rule, and until it can be counted. */
  effect: Effect | undefined;
  obstacles: readonly RoutingObstacle[];
  isChange: boolean;
}

/** What the form's choice comes to. */
export function useRoutePlan(values: RouteValues, { tree, routed, rule, targets, receivers }: Known): RoutePlan {
  const policies = useMemo(() => {
    const choice = policyChoice(values);
    return tree && choice && planRouting(tree, choice, targets);
  }, [tree, values, targets]);
  const effect = useMemo(
    () => policies && routed && effectOf(routed, policies.before.root, policies.after, targets, receivers),
    [policies, routed, targets, receivers]
  );
  const rulePlan = useMemo(
    () =>
      values.kind === 'rule' && rule && targets[0] !== undefined
        ? planRule(rule, values.ruleFollows ? undefined : targets[0], receivers)
        : undefined,
    [values.kind, values.ruleFollows, rule, targets, receivers]
  );
  return {
    policies,
    rule: rulePlan,
    effect,
    obstacles: policies?.obstacles ?? rulePlan?.obstacles ?? [],
    isChange: policies?.changes.some(({ kind }) => kind !== 'left') ?? rulePlan?.isChange ?? false,
  };
}
