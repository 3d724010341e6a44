import { dateTimeForTimeZone, getTimeZone } from '@grafana/data';
import type { Outage, Span } from '../../../connection/irm/outages';

const MARGIN = 10;
const DAY = 24 * 3600_000;
/** Pixels that the date below a tick takes, with room around it. */
const LABEL = 64;
/** Narrowest bar that can be seen. */
const LEAST = 3;
const STEPS = [1, 2, 5, 7, 10, 15, 30];

export interface OutageLayout {
  start: number;
  end: number;
  /** What was looked at; the rest of the strip is unknown. */
  known: { x: number; width: number };
  bars: Array<{ x: number; width: number; outage: Outage }>;
  /** Midnights in the user's time zone, epoch milliseconds. */
  ticks: Array<{ x: number; time: number }>;
}

/** Places of outages and dates in pixels, on a strip that is `whole` milliseconds long and ends with `span`. */
export function layOutOutages(outages: readonly Outage[], span: Span, whole: number, width: number): OutageLayout {
  const [start, end] = [MARGIN, Math.max(width, 4 * MARGIN) - MARGIN];
  const from = span.to - whole;
  const at = (time: number) => start + ((time - from) / whole) * (end - start);
  const bars = outages.map((outage) => {
    const wide = Math.max(LEAST, at(outage.to ?? outage.from) - at(outage.from));
    return { x: Math.min(at(outage.from), end - wide), width: wide, outage };
  });
  const ticks = midnights(from, span.to, (end - start) / LABEL).map((time) => ({ x: at(time), time }));
  const knownFrom = Math.max(start, at(span.from));
  return {
    start,
    end,
    known: { x: knownFrom, width: end - knownFrom },
    bars,
    ticks: ticks.filter(({ x }) => x >= start + LABEL / 3 && x <= end - LABEL / 3),
  };
}

/** Begins of days, newest first, at most so many of them. */
function midnights(from: number, to: number, most: number): number[] {
  const days = (to - from) / DAY;
  const step = STEPS.find((candidate) => days / candidate <= most) ?? days;
  const zone = getTimeZone();
  const times: number[] = [];
  for (let day = dateTimeForTimeZone(zone, to).startOf('d'); day.valueOf() > from;) {
    times.push(day.valueOf());
    day = dateTimeForTimeZone(zone, day.valueOf()).subtract(step, 'd');
  }
  return times;
}
