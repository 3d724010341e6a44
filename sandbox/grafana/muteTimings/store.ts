import type { TimeIntervals } from '../context';
import type { TimeInterval } from './timeInterval';

export interface MuteTiming {
  name: string;
  time_intervals: TimeInterval[];
  /** '' when it can be edited in the user interface. */
  provenance: string;
}

export interface MuteTimingStore extends TimeIntervals {
  list(): MuteTiming[];
  get(name: string): MuteTiming | undefined;
  put(timing: MuteTiming): void;
  remove(name: string): void;
  load(saved: MuteTiming[]): void;
}

export function createMuteTimingStore(): MuteTimingStore {
  let timings = new Map<string, MuteTiming>();
  return {
    list: () => [...timings.values()],
    get: (name) => timings.get(name),
    has: (name) => timings.has(name),
    put: (timing) => void timings.set(timing.name, timing),
    remove: (name) => void timings.delete(name),
    load(saved) {
      timings = new Map(structuredClone(saved).map((timing) => [timing.name, timing]));
    },
  };
}
