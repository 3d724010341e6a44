import type { Bounds } from './gap';

/** What a timing leads to. All times are seconds. */
export interface TimingFigures {
  /** Steady time between two beats. */
  gap: Bounds;
  /** From saving the rule to the first beat, through the ruler API. */
  firstBeat: Bounds;
  /** Beats that every window of one heartbeat interval holds at least. */
  beatsPerInterval: number;
  /** How long Grafana may be away, at the worst moment, before IRM counts the heartbeat as lost. Never negative. */
  restartBudget: number;
  /** What happens when rules are no longer evaluated while notifications still leave. */
  stalledEvaluator: {
    /** So long the last evaluation keeps the alert firing and thus beating. */
    keepsBeating: number;
    /** From the stall to IRM's alert. */
    alertAfter: Bounds;
  };
  /** From the last beat to IRM's alert group. */
  detection: Bounds;
  /** While the target fails. */
  retries: {
    perFiveMinutes: number;
    /** What stays for alerts of IRM's 300 messages per 5 minutes and integration. */
    leftOfAllowance: number;
  };
}
