/** What is known of a heartbeat's beats. Times are epoch milliseconds, spans milliseconds. */
export interface Beats {
  now: number;
  /** Seen ones, oldest first. */
  seen: readonly number[];
  lastBeat: number | undefined;
  /** The last attempt, when it failed. */
  failedAt?: number | undefined;
  /** Longest time between two beats; undefined when none are to come. */
  gap: number | undefined;
  interval: number;
  /** Another replica may send beats that cannot be seen from here: none counts as missed, and IRM's end is not told. */
  isOneOfSeveral?: boolean;
}

export interface Span {
  from: number;
  to: number;
}

/** Where the parts of the picture stand, in pixels from the left. */
export interface BeatLayout {
  start: number;
  end: number;
  now: number;
  /** The moments at both ends, epoch milliseconds. */
  from: number;
  to: number;
  seen: number[];
  failed: number | undefined;
  /** When beats should have come since the last one, and did not. */
  missed: number[];
  /** When the next ones are due. */
  due: number[];
  /** Missed or due ones that stand too close to be told apart are drawn as one stretch. */
  missedStretch: Span | undefined;
  dueStretch: Span | undefined;
  /** How many were missed. */
  missedCount: number;
  /** So long IRM waits for the next beat. */
  window: Span | undefined;
  /** Then it looks within so long. */
  check: Span | undefined;
}

const MARGIN = 10;
const CLOSEST = 9;
/** Seen beats are shown so far back. */
const MOST_INTERVALS_BACK = 2;
/** IRM looks for lost heartbeats every even minute (05-heartbeat-timeline.json). */
const CHECK_MS = 120_000;
/** How late a beat may be before it counts as missed; the domain has the same. */
const TOLERANCE_MS = 5_000;

/** Lays the beats around now out on a width in pixels: at least one interval back, and on to IRM's alert. */
export function layOutBeats(beats: Beats, width: number): BeatLayout {
  const { now, seen, lastBeat, failedAt, gap, interval, isOneOfSeveral = false } = beats;
  const deadline = lastBeat === undefined || isOneOfSeveral ? undefined : lastBeat + interval;
  const to = Math.max(now + 0.1 * interval, deadline === undefined ? now : deadline + CHECK_MS);
  const oldest = Math.min(now - interval, lastBeat ?? now);
  const from = Math.min(oldest, Math.max(now - MOST_INTERVALS_BACK * interval, seen[0] ?? now));
  const [start, end] = [MARGIN, Math.max(width, 4 * MARGIN) - MARGIN];
  const at = (time: number) => start + ((Math.min(Math.max(time, from), to) - from) / (to - from)) * (end - start);
  const span = (a: number, b: number): Span => ({ from: at(a), to: at(b) });

  const first = lastBeat === undefined || gap === undefined ? undefined : lastBeat + gap;
  const isPast = (time: number) => time + TOLERANCE_MS < now;
  const missedCount =
    first === undefined || gap === undefined || !isPast(first) ? 0 : count(first, now - TOLERANCE_MS, gap);
  const isOutOfSight = isOneOfSeveral && missedCount > 0;
  const nextDue = first === undefined || gap === undefined || isOutOfSight ? undefined : first + missedCount * gap;
  const dueCount = nextDue === undefined || gap === undefined ? 0 : count(nextDue, deadline ?? to, gap);
  const isCrowded = gap !== undefined && (gap / (to - from)) * (end - start) < CLOSEST;
  const series = (begin: number | undefined, number: number) =>
    begin === undefined || gap === undefined || isCrowded
      ? []
      : Array.from({ length: number }, (_, index) => at(begin + index * gap));
  return {
    start,
    end,
    now: at(now),
    from,
    to,
    seen: seen.filter((time) => time >= from).map(at),
    failed: failedAt === undefined || failedAt < from ? undefined : at(failedAt),
    missed: isOutOfSight ? [] : series(first, missedCount),
    due: series(nextDue, dueCount),
    missedStretch: isCrowded && missedCount > 0 && !isOutOfSight && first !== undefined ? span(first, now) : undefined,
    dueStretch: isCrowded && dueCount > 0 && nextDue !== undefined ? span(nextDue, deadline ?? to) : undefined,
    missedCount: isOutOfSight ? 0 : missedCount,
    window: lastBeat === undefined || deadline === undefined ? undefined : span(lastBeat, deadline),
    check: deadline === undefined ? undefined : span(deadline, deadline + CHECK_MS),
  };
}

/** How many times a step fits between two moments, both included. */
function count(begin: number, end: number, step: number): number {
  return begin > end || step <= 0 ? 0 : Math.floor((end - begin) / step) + 1;
}
