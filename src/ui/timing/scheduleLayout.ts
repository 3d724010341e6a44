import type { TimingReport } from '../../connection/timing/calculateTiming';

type Figures = Extract<TimingReport, { calculable: true }>;

/** A stretch of the time axis in pixels. */
export interface Span {
  from: number;
  to: number;
}

/** Where the parts of the picture stand, in pixels from the left, the last beat being at `start`. */
export interface ScheduleLayout {
  start: number;
  end: number;
  /** The end of the heartbeat interval. */
  intervalEnd: number;
  /** From the end of the heartbeat interval to the latest moment at which IRM notices. */
  check: Span;
  /** When further beats may come; empty when they stand too close to be told apart. */
  beats: Span[];
  /** Beats so close that they are drawn as one stretch. */
  crowd: Span | undefined;
  /** True when the next beat lies beyond the right end. */
  isNextBeatBeyond: boolean;
  /** So long Grafana may be away at the worst moment; undefined when not at all. */
  restart: Span | undefined;
}

const MARGIN = 8;
/** IRM's check is shown at least so wide, even where 2 minutes of a day would be less than a pixel. */
const NARROWEST_CHECK = 28;
/** Beats closer than this run into one another. */
const CLOSEST_BEATS = 7;
/** A gap longer than the heartbeat interval is shown up to so many times the rest of the picture. */
const FARTHEST = 2;

/** Lays a schedule out on a width in pixels. */
export function layOutSchedule(figures: Figures, width: number): ScheduleLayout {
  const { interval, gap, detection, restartBudget } = figures;
  const [start, end] = [MARGIN, Math.max(width, 4 * MARGIN) - MARGIN];
  const shown = Math.max(detection.greatest, Math.min(gap.greatest, FARTHEST * detection.greatest));
  const isNextBeatBeyond = gap.greatest > shown;
  const checkTime = detection.greatest - interval;
  const even = (end - start) / shown;
  // The check's least width is taken from the rest, which keeps one scale.
  const checkWidth = Math.max(checkTime * even, NARROWEST_CHECK);
  const scale = checkWidth > checkTime * even ? (end - start - checkWidth) / (shown - checkTime) : even;
  const intervalEnd = start + interval * scale;
  const at = (time: number) =>
    time <= interval
      ? start + time * scale
      : Math.min(
          end,
          intervalEnd +
            Math.min(time - interval, checkTime) * (checkWidth / checkTime) +
            Math.max(0, time - detection.greatest) * scale
        );
  const span = (from: number, to: number): Span => ({ from: at(from), to: at(to) });

  const isCrowded = gap.least * scale < CLOSEST_BEATS;
  const last = Math.max(interval, gap.greatest);
  const count = Math.floor(last / gap.greatest);
  return {
    start,
    end,
    intervalEnd,
    check: span(interval, detection.greatest),
    beats:
      isCrowded || isNextBeatBeyond
        ? []
        : Array.from({ length: count }, (_, index) => span((index + 1) * gap.least, (index + 1) * gap.greatest)),
    crowd: isCrowded ? span(0, interval) : undefined,
    isNextBeatBeyond,
    restart: restartBudget > 0 ? span(gap.greatest, gap.greatest + restartBudget) : undefined,
  };
}
