import type { HeartbeatTiming } from '../model';
import { evaluatedEvery, USUAL_LIMITS, type EvaluationLimits } from './evaluation';

/** The heartbeat intervals that IRM offers, in seconds (oncall-2026-01/04-heartbeat-internal-api.json). */
export const HEARTBEAT_INTERVALS = [60, 120, 180, 300, 600, 900, 1800, 3600, 43200, 86400] as const;

/** IRM's own default, in seconds. */
export const DEFAULT_HEARTBEAT_INTERVAL = 600;

/** Whether IRM offers this heartbeat interval (seconds). */
export function isHeartbeatInterval(interval: number): boolean {
  return HEARTBEAT_INTERVALS.some((offered) => offered === interval);
}

export interface TimingPreset {
  /** `documented`: group interval 1s, as the manual page says. `gentle`: 10s, a tenth of the retries on failure. */
  id: 'documented' | 'gentle';
  timing: HeartbeatTiming;
}

/** Round repeat intervals (seconds) that leave 3 or more beats per heartbeat interval with either preset. */
const REPEAT_INTERVALS: Readonly<Record<number, number>> = {
  60: 10,
  120: 20,
  180: 30,
  300: 60,
  600: 120,
  900: 180,
  1800: 300,
  3600: 600,
  43200: 7200,
  86400: 14400,
};

/**
 * The two timings to choose from for a heartbeat interval (seconds). Both evaluate as often as this Grafana does, every
 * 10 s by default, so that the first beat leaves within one evaluation, and fire without a pending period.
 */
export function presets(interval: number, evaluation: EvaluationLimits = USUAL_LIMITS): TimingPreset[] {
  const timing = proposeTiming(interval, evaluation);
  return [
    { id: 'documented', timing },
    { id: 'gentle', timing: { ...timing, groupInterval: 10 } },
  ];
}

/** The timing proposed for a heartbeat interval (seconds): the documented preset. */
export function proposeTiming(interval: number, evaluation: EvaluationLimits = USUAL_LIMITS): HeartbeatTiming {
  const repeatInterval = REPEAT_INTERVALS[interval] ?? Math.max(10, Math.floor(interval / 50) * 10);
  const evaluationInterval = evaluatedEvery(USUAL_LIMITS.minInterval, evaluation);
  return { evaluationInterval, pendingPeriod: 0, groupWait: 0, groupInterval: 1, repeatInterval };
}
