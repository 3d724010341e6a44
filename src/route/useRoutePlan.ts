import { useMemo } from 'react';
import type { OpennessOf, Timings } from '../connection/coverage/openness';
import { namesTimings } from '../connection/policies/namesTimings';
import type { Receivers } from '../connection/policies/receiver';
import { effectOf, type Effect, type Routed } from '../connection/route-alerts/effect';
import { planRouting } from '../connection/route-alerts/planRouting';
import { planRule } from '../connection/route-alerts/planRule';
import type { AlertRule } from '../connection/policies/types';
import { isShut } from '../connection/routing/shutWays';
import type {
  PolicyTree,
  RoutingObstacle,
  RoutingPlan,
  RulePlan,
  RuleRouting,
  StoredPolicy,
} from '../connection/route-alerts/types';
import { policyChoice, type RouteValues } from './choice';

interface Known {
  tree: PolicyTree | undefined;
  routed: Routed | undefined;
  rules: readonly AlertRule[] | undefined;
  /** Undefined until it can be told. */
  openness: OpennessOf | undefined;
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
  heldBack: HeldBack | undefined;
  /** Whether its timings let what is routed already through is still to come. */
  isTimingAwaited: boolean;
  obstacles: readonly RoutingObstacle[];
  isChange: boolean;
}

/** What sends to the connection, or is to, and whose timings of these names never let an alert through. */
export type HeldBack = { timings: readonly string[] } & ({ policy: StoredPolicy } | { rule: RuleRouting });

const timingsOf = ({ muteTimings = [], activeTimings = [] }: Timings) => [...muteTimings, ...activeTimings];

/** Where several policies send the same there, one that lets alerts through is enough. */
function heldPolicy({ standing }: RoutingPlan, openness: OpennessOf): HeldBack | undefined {
  const [policy] = standing;
  return policy && standing.every((one) => isShut(one, openness)) ? { policy, timings: timingsOf(policy) } : undefined;
}

/** A rule keeps its own timings with another contact point. */
function heldRule(rule: RuleRouting, rules: readonly AlertRule[], openness: OpennessOf): HeldBack | undefined {
  const own = rules.find(({ uid }) => uid === rule.uid)?.direct;
  return own && openness(own) === 'shut' ? { rule, timings: timingsOf(own) } : undefined;
}

/** What the form's choice comes to. */
export function useRoutePlan(
  values: RouteValues,
  { tree, routed, rules, openness, rule, targets, receivers, isPastContactPoints }: Known
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
  const sendingRule = rulePlan?.receiver === undefined ? undefined : rulePlan.before;
  const isTimed = policies ? policies.standing.some(namesTimings) : sendingRule !== undefined;
  return {
    policies,
    rule: rulePlan,
    effect,
    isCounting: policies !== undefined && effect === undefined && !isPastContactPoints,
    heldBack:
      openness &&
      (policies ? heldPolicy(policies, openness) : sendingRule && heldRule(sendingRule, rules ?? [], openness)),
    isTimingAwaited: isTimed && openness === undefined,
    obstacles: policies?.obstacles ?? rulePlan?.obstacles ?? [],
    isChange: policies?.changes.some(({ kind }) => kind !== 'left') ?? rulePlan?.isChange ?? false,
  };
}
