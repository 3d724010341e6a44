import { isWithin } from '../../muteTimings/timeInterval';
import type { TimeIntervals } from '../../context';
import type { Route } from './routes';

/** Whether a route is to be silent at a moment: inside one of its mute timings, or outside all of its active times. */
export function isHeld(
  { muteIn, activeIn }: Pick<Route, 'muteIn' | 'activeIn'>,
  intervals: ReturnType<TimeIntervals['list']>,
  at: number
): boolean {
  const isIn = (name: string) =>
    intervals.some(
      (timing) => timing.name === name && timing.time_intervals.some((interval) => isWithin(interval, at))
    );
  return muteIn.some(isIn) || (activeIn.length > 0 && !activeIn.some(isIn));
}
