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
  /**
   * No contact point gets any alert: they all go to external Alertmanagers. Undefined until that was told or failed
   * once; nothing is said to come to anybody before.
   */
  isPastContactPoints: boolean | undefined;
}

export interface RoutePlan {
  policies: RoutingPlan | undefined;
  rule: RulePlan | undefined;
  /** Undefined for one rule, and where it is not counted. */
  effect: Effect | undefined;
  /** The effect is still to come. */
  isCounting: boolean;
  /** The rule sends to a contact point itself, and its timings never let anything through. */
  isRuleMuted: boolean;
  obstacles: readonly RoutingObstacle[];
  isChange: boolean;
}

/** Whether a rule has timings of its own that never let anything through; it keeps them with another contact point. */
function isMuted(uid: string, { rules, openness }: Routed): boolean {
  const own = rules.find((one) => one.uid === uid)?.direct;
  return own !== undefined && openness(own) === 'shut';
}

/** What the form's choice comes to. */
export function useRoutePlan(
  values: RouteValues,
  { tree, routed, rule, targets, receivers, isPastContactPoints }: Known
): RoutePlan {
  const policies = useMemo(() => {
    const choice = policyChoice(values);
    return tree && choice && planRouting(tree, choice, targets);
  }, [tree, values, targets]);
  const effect = useMemo(
    () =>
      policies && routed && isPastContactPoints === false
        ? effectOf(routed, policies.before.root, policies.after, targets, receivers)
        : undefined,
    [policies, routed, targets, receivers, isPastContactPoints]
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
    isCounting: policies !== undefined && effect === undefined && !isPastContactPoints,
    isRuleMuted: rulePlan?.receiver !== undefined && routed !== undefined && isMuted(rulePlan.before.uid, routed),
    obstacles: policies?.obstacles ?? rulePlan?.obstacles ?? [],
    isChange: policies?.changes.some(({ kind }) => kind !== 'left') ?? rulePlan?.isChange ?? false,
  };
}
