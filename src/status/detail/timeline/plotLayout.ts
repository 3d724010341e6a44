import { dateTimeForTimeZone, getTimeZone } from '@grafana/data';
import type { TestFailure } from '../../../connection/port/testVerdict';
import type { BeatStretch } from '../../../connection/health/beatLog';

/** A stretch of time (epoch milliseconds), or of the picture (pixels from the left). */
export interface Span {
  from: number;
  to: number;
}

/** What is known of a heartbeat's deliveries. Times are epoch milliseconds, spans milliseconds. */
export interface PlotInput {
  now: number;
  /** How far back to look. */
  back: number;
  /** What was seen, oldest first. */
  log: readonly BeatStretch[];
  lastBeat: number | undefined;
  /** Longest time between two heartbeats; undefined when none are to come. */
  gap: number | undefined;
  /** Another replica may send what cannot be seen from here, so that nothing counts as missed. */
  isOneOfSeveral: boolean;
  nextExpected: number | undefined;
  pages: Span | undefined;
  /** When IRM missed the heartbeat, as its API tells. */
  outages: readonly Span[];
}

/** `unseen`: nobody looked, so it cannot be told. */
export type SlotState = 'delivered' | 'failed' | 'missed' | 'unseen';

export interface Slot extends Span {
  /** Pixels. */
  x: number;
  width: number;
  state: SlotState;
  cause?: TestFailure;
}

export interface PlotLayout {
  /** Times at both ends. */
  from: number;
  to: number;
  /** Both ends, and all below, in pixels. */
  start: number;
  end: number;
  now: number;
  slots: Slot[];
  next: number | undefined;
  /** IRM waits for a heartbeat. */
  waits: Span | undefined;
  pages: Span | undefined;
  outages: Span[];
  ticks: Array<{ x: number; time: number }>;
}

const MARGIN = 8;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Widths of slots and steps of the axis. */
const STEPS = [10_000, 20_000, 30_000, ...[1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 180, 360, 720].map((m) => m * MINUTE)];
const LEAST_SLOT = 7;
const LEAST_TICK = 92;
/** How late a heartbeat may be before it counts as missed; the domain has the same. */
const TOLERANCE = 5_000;
/** At most so much of the picture is for what is to come. */
const MOST_AHEAD = 0.25;
const LEAST_AHEAD = 0.03;

/** Lays out the deliveries of the last hour or so, and what is to come, on a width in pixels. */
export function layOutPlot(input: PlotInput, width: number): PlotLayout {
  const { now, back, gap, nextExpected, pages } = input;
  const [start, end] = [MARGIN, Math.max(width, 8 * MARGIN) - MARGIN];
  const wanted = (Math.max(pages?.to ?? 0, nextExpected ?? 0) - now) / back;
  const ahead = Math.min(Math.max(wanted * 1.1, LEAST_AHEAD), MOST_AHEAD);
  const [from, to] = [now - back, now + ahead * back];
  const perPixel = (to - from) / (end - start);
  const at = (time: number) => start + (Math.min(Math.max(time, from), to) - from) / perPixel;
  const span = (one: Span): Span | undefined =>
    one.to <= from || one.from >= to ? undefined : { from: at(one.from), to: at(one.to) };
  const step = stepOf(Math.max(LEAST_SLOT * perPixel, 0.9 * (gap ?? 0)));
  const slots = slotTimes(from, now, step).map((slot) => ({
    ...slot,
    ...stateOf(slot, input),
    x: at(slot.from),
    width: at(slot.to) - at(slot.from),
  }));
  return {
    ...{ from, to, start, end, slots },
    now: at(now),
    next: nextExpected === undefined || nextExpected < now || nextExpected > to ? undefined : at(nextExpected),
    waits:
      input.lastBeat === undefined || pages === undefined ? undefined : span({ from: input.lastBeat, to: pages.from }),
    pages: pages && span(pages),
    outages: input.outages.flatMap((outage) => span(outage) ?? []),
    ticks: tickTimes(from, to, stepOf(LEAST_TICK * perPixel))
      .map((time) => ({ time, x: at(time) }))
      .filter(({ x }) => x > start + LEAST_TICK / 4 && x < end - LEAST_TICK / 4),
  };
}

const stepOf = (least: number) => STEPS.find((step) => step >= least) ?? least;

/** Slots on round times, so that they stand still while time passes; the last one ends now. */
function slotTimes(from: number, now: number, step: number): Span[] {
  const slots: Span[] = [];
  for (let begin = Math.floor(from / step) * step; begin < now; begin += step) {
    slots.push({ from: Math.max(begin, from), to: Math.min(begin + step, now) });
  }
  return slots;
}

function stateOf(slot: Span, { log, lastBeat, gap, now, isOneOfSeveral }: PlotInput): Pick<Slot, 'state' | 'cause'> {
  const isIn = ({ from, to }: Span) => from < slot.to && to >= slot.from;
  const failure = log.findLast((stretch) => stretch.kind === 'failed' && isIn(stretch));
  if (failure) {
    return { state: 'failed', ...(failure.cause && { cause: failure.cause }) };
  }
  const missedFrom = lastBeat === undefined || gap === undefined ? undefined : lastBeat + gap + TOLERANCE;
  if (!isOneOfSeveral && missedFrom !== undefined && now > missedFrom && slot.to > missedFrom) {
    return { state: 'missed' };
  }
  // A heartbeat that was delivered covers the time to the next.
  const isCovered = log.some(
    ({ kind, from, to }) => kind === 'delivered' && isIn({ from, to: Math.min(to + (gap ?? 0), now) })
  );
  return { state: isCovered ? 'delivered' : 'unseen' };
}

/** Round times in the user's zone. */
function tickTimes(from: number, to: number, step: number): number[] {
  const day = dateTimeForTimeZone(getTimeZone(), from).startOf('d').valueOf();
  const times: number[] = [];
  for (let time = day + Math.ceil((from - day) / step) * step; time <= to; time += step) {
    times.push(time);
  }
  return times;
}

export const WINDOWS = [HOUR, 6 * HOUR, 24 * HOUR];
