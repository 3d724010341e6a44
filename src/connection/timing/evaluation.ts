/** How often Grafana lets rules be evaluated. Times are seconds. */
export interface EvaluationLimits {
  /** `[unified_alerting] min_interval`: the shortest interval at which any rule is evaluated. */
  minInterval: number;
  /** The longest that the scheduler's tick can be: it divides `minInterval` and is 10 s unless somebody changed it. */
  longestTick: number;
}

/** Grafana's own. */
export const USUAL_LIMITS: EvaluationLimits = { minInterval: 10, longestTick: 10 };

/**
 * How often Grafana really evaluates a rule of this interval, in seconds. A shorter one than `min_interval` is stored
 * as given and evaluated at that (docs/facts.md#the-gap-between-notifications).
 */
export function evaluatedEvery(evaluationInterval: number, { minInterval }: EvaluationLimits): number {
  return Math.max(evaluationInterval, minInterval);
}

/**
 * How long an alert lives after its last evaluation, in seconds: 4 evaluations, counted with at least 30 s each
 * (docs/timing.md).
 */
export const alertLife = (evaluationInterval: number, limits: EvaluationLimits): number =>
  4 * Math.max(evaluatedEvery(evaluationInterval, limits), 30);
