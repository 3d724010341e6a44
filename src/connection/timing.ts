export { calculateTiming, type TimingReport } from './timing/calculateTiming';
export type { TimingFigures } from './timing/figures';
export { type TimingEnvironment, type Bounds } from './timing/gap';
export { type TimingReason, type TimingVerdict } from './timing/verdict';
export { formatDuration, parseDuration } from './timing/duration';
export {
  DEFAULT_HEARTBEAT_INTERVAL,
  HEARTBEAT_INTERVALS,
  isHeartbeatInterval,
  presets,
  proposeTiming,
  type TimingPreset,
} from './timing/presets';
