import { putBounded } from '../endpoint/boundedMap';
import type { HeartbeatTiming } from '../model';
import {
  DEFAULT_SURROUNDINGS,
  PEER_WAIT,
  firstBeat,
  steadyGap,
  type Surroundings,
  type TimingEnvironment,
} from './gap';
import { alertLife } from './evaluation';
import type { TimingFigures } from './figures';
import { flaws, judge, type TimingVerdict } from './verdict';

/** The figures, undefined when a value is missing or impossible, and the verdict with its reasons. */
export type TimingReport = { interval: number; verdict: TimingVerdict } & (
  ({ calculable: true } & TimingFigures) | ({ calculable: false } & { [Figure in keyof TimingFigures]: undefined })
);

/** IRM takes so many messages per integration in 5 minutes, alerts and beats together (10-rate-limits.json). */
const ALLOWANCE = 300;
/** IRM looks for lost heartbeats every even minute (05-heartbeat-timeline.json). */
const CHECK_EVERY = 120;

/**
 * Calculates what a heartbeat's timing leads to and judges it against IRM's heartbeat interval (seconds).
 * Sources: steadyGap and firstBeat for the gap, docs/timing.md for the rest. Blocked: it cannot hold; risky: it
 * may alert for nothing; crowding: it holds, but while beats fail their retries leave alerts no room. Remembered,
 * because most connections share one timing.
 */
export function calculateTiming(
  timing: HeartbeatTiming,
  interval: number,
  environment: TimingEnvironment = {}
): TimingReport {
  const surrounding = surroundings(environment);
  const { evaluationInterval, pendingPeriod, groupWait, groupInterval, repeatInterval } = timing;
  const { replicas, answerTime, evaluation } = surrounding;
  const timingKey = `${evaluationInterval} ${pendingPeriod} ${groupWait} ${groupInterval} ${repeatInterval} ${interval}`;
  const key = `${timingKey} ${replicas} ${answerTime} ${evaluation.minInterval} ${evaluation.longestTick}`;
  const before = reports.get(key);
  if (before) {
    return before;
  }
  const report = reportOf(timing, interval, surrounding);
  putBounded(reports, key, report, MOST_REPORTS);
  return report;
}

const MOST_REPORTS = 500;
const reports = new Map<string, TimingReport>();

function reportOf(timing: HeartbeatTiming, interval: number, surrounding: Surroundings): TimingReport {
  const reasons = flaws(timing, interval, surrounding.evaluation);
  if (reasons.length > 0) {
    return { interval, calculable: false, ...NO_FIGURES, verdict: { level: 'blocked', reasons } };
  }
  const figures = calculate(timing, interval, surrounding);
  const usualGap = steadyGap(timing, { ...surrounding, replicas: 1 }).greatest;
  const verdict = judge(timing, interval, figures, { ...surrounding, usualGap });
  return { interval, calculable: true, ...figures, verdict };
}

function calculate(timing: HeartbeatTiming, interval: number, surrounding: Surroundings): TimingFigures {
  const gap = steadyGap(timing, surrounding);
  const first = firstBeat(timing, surrounding);
  const detection = { least: interval, greatest: interval + CHECK_EVERY };
  const keepsBeating = alertLife(timing.evaluationInterval, surrounding.evaluation);
  const perFiveMinutes = triesPerFiveMinutes(timing, surrounding);
  return {
    gap,
    firstBeat: first,
    beatsPerInterval: Math.floor(interval / gap.greatest),
    // At worst Grafana stops just before a beat was due, and that beat leaves as late after the start as a first one.
    restartBudget: Math.max(0, Math.floor(interval - gap.greatest - first.greatest)),
    stalledEvaluator: {
      keepsBeating,
      alertAfter: {
        least: Math.max(0, keepsBeating - gap.greatest) + detection.least,
        greatest: keepsBeating + detection.greatest,
      },
    },
    detection,
    retries: { perFiveMinutes, leftOfAllowance: Math.max(0, ALLOWANCE - perFiveMinutes) },
  };
}

/**
 * While IRM fails the sender tries every group interval and the second replica once it has waited for the first; a
 * third one does not try at all (docs/facts.md#replicas-of-one-grafana).
 */
function triesPerFiveMinutes({ groupInterval }: HeartbeatTiming, { replicas }: Surroundings): number {
  const tries = (every: number) => Math.floor(300 / every);
  return tries(groupInterval) + (replicas > 1 ? tries(Math.max(groupInterval, PEER_WAIT)) : 0);
}

function surroundings({ replicas, answerTime, evaluation }: TimingEnvironment): Surroundings {
  const positive = (value: number | undefined, least: number) =>
    value !== undefined && Number.isFinite(value) && value >= least ? value : undefined;
  return {
    replicas: Math.round(positive(replicas, 1) ?? DEFAULT_SURROUNDINGS.replicas),
    answerTime: positive(answerTime, 0) ?? DEFAULT_SURROUNDINGS.answerTime,
    evaluation: evaluation ?? DEFAULT_SURROUNDINGS.evaluation,
  };
}

const NO_FIGURES: { [Figure in keyof TimingFigures]: undefined } = {
  gap: undefined,
  firstBeat: undefined,
  beatsPerInterval: undefined,
  restartBudget: undefined,
  stalledEvaluator: undefined,
  detection: undefined,
  retries: undefined,
};
