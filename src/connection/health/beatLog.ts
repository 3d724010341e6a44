import type { TestFailure } from '../port/testVerdict';

/** Attempts of one kind that followed each other as the timing wants it. Times are epoch milliseconds of the server. */
export interface BeatStretch {
  /** The first attempt that was seen. */
  from: number;
  /** The last one. */
  to: number;
  kind: 'delivered' | 'failed';
  /** How many were seen; there may have been more, because Grafana tells the last one alone. */
  count: number;
  /** Of those that failed. */
  cause?: TestFailure;
}

/** One attempt to deliver a heartbeat. */
export interface BeatAttempt {
  at: number;
  kind: BeatStretch['kind'];
  cause?: TestFailure;
}

const KEPT_FOR = 86_400_000;
const MOST_STRETCHES = 200;

/** A heartbeat may be this much later than its longest gap and still follow the one before it. */
const SLACK = 1.5;
/** What a page that is refreshed slowly sees of attempts that follow each other closely; milliseconds. */
const LEAST_BREAK = 60_000;

/**
 * Adds one attempt, unless it is in the log already. It continues a stretch of its kind when it came within one and a
 * half gaps (milliseconds) of it; what lies between two stretches was not seen.
 */
export function withAttempt(log: readonly BeatStretch[], attempt: BeatAttempt, gap: number): readonly BeatStretch[] {
  const { at, kind, cause } = attempt;
  if (log.some(({ from, to }) => from <= at && at <= to)) {
    return log;
  }
  const index = log.filter(({ to }) => to < at).length;
  const before = log[index - 1];
  const follows = before?.kind === kind && before.cause === cause && at - before.to <= longestBreak(gap);
  const stretch: BeatStretch = follows
    ? { ...before, to: at, count: before.count + 1 }
    : { from: at, to: at, kind, count: 1, ...(cause && { cause }) };
  return bounded([...log.slice(0, follows ? index - 1 : index), stretch, ...log.slice(index)]);
}

const longestBreak = (gap: number) => Math.max(gap * SLACK, LEAST_BREAK);

/** The same log as two pages kept it, each with what it saw. */
export function mergedLogs(one: readonly BeatStretch[], other: readonly BeatStretch[]): readonly BeatStretch[] {
  const merged: BeatStretch[] = [];
  for (const stretch of [...one, ...other].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = merged.at(-1);
    if (last && stretch.from <= last.to && last.kind === stretch.kind && last.cause === stretch.cause) {
      merged[merged.length - 1] = {
        ...last,
        to: Math.max(last.to, stretch.to),
        count: Math.max(last.count, stretch.count),
      };
    } else {
      merged.push(stretch);
    }
  }
  return bounded(merged);
}

/** The newest stretches of a day before the last attempt. */
function bounded(log: readonly BeatStretch[]): readonly BeatStretch[] {
  const newest = log.at(-1)?.to ?? 0;
  return log.filter(({ to }) => newest - to < KEPT_FOR).slice(-MOST_STRETCHES);
}
