import type { Reach, RuleCoverage } from './coverageOf';

/** How many rules reach whom. Paused rules and heartbeats are counted apart and in nothing else. */
export interface CoverageSummary extends Record<Reach, number> {
  /** Rules that are neither paused nor heartbeats. */
  rules: number;
  paused: number;
  heartbeats: number;
  /** Of those that reach IRM: not at all times. */
  held: number;
}

export type CoverageGroup = Reach | 'paused' | 'heartbeat';

/** Where a rule is counted. */
export const groupOf = ({ rule, isHeartbeat, reach }: RuleCoverage): CoverageGroup =>
  isHeartbeat ? 'heartbeat' : rule.isPaused ? 'paused' : reach;

/** How many rules are in each group, and how many of those that reach IRM do not at all times. */
export function summaryOf(coverages: readonly RuleCoverage[]): CoverageSummary {
  const summary = { rules: 0, irm: 0, elsewhere: 0, nobody: 0, depends: 0, paused: 0, heartbeats: 0, held: 0 };
  for (const coverage of coverages) {
    const group = groupOf(coverage);
    if (group === 'heartbeat') {
      summary.heartbeats++;
    } else if (group === 'paused') {
      summary.paused++;
    } else {
      summary.rules++;
      summary[group]++;
      summary.held += coverage.isHeld ? 1 : 0;
    }
  }
  return summary;
}
