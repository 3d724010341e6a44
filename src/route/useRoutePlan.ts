import { useMemo } from 'react';
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
export function useRoutePlan(values: RouteValues, { tree, routed, rule, targets }: Known): RoutePlan {
  const policies = useMemo(() => {
    const choice = policyChoice(values);
    return tree && choice && planRouting(tree, choice, targets);
  }, [tree, values, targets]);
  const effect = useMemo(
    () => policies && routed && effectOf(routed, policies.before.root, policies.after, targets),
    [policies, routed, targets]
  );
  const rulePlan = useMemo(
    () =>
      values.kind === 'rule' && rule && targets[0] !== undefined
        ? planRule(rule, values.ruleFollows ? undefined : targets[0])
        : undefined,
    [values.kind, values.ruleFollows, rule, targets]
  );
  return {
    policies,
    rule: rulePlan,
    effect,
    obstacles: policies?.obstacles ?? rulePlan?.obstacles ?? [],
    isChange: policies?.changes.some(({ kind }) => kind !== 'left') ?? rulePlan?.isChange ?? false,
  };
}
