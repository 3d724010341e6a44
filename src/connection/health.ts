export { healthOf } from './health/healthOf';
export type { Health, HealthInput, HealthReason, HealthState, NextAction } from './health/types';
export { driftOf, isOurs, type Drift, type DriftCode } from './health/drift';
export { checklist } from './health/checklist/checklist';
export type { ChecklistData, ChecklistId, ChecklistItem, ChecklistState, Delivered } from './health/checklist/types';
export { nameOf, overviewOf, type Overview, type OverviewRow } from './health/overview';
export { readStatus, type StatusPart, type StatusSnapshot } from './health/snapshot';
export { NO_MEMORY, remember, type BeatMemory, type StatusMemory } from './health/memory';
export { firingSpans, type FiringSpan } from './health/history';
export type { ActionPlan, Consequence } from './health/actions/types';
export { planPause, planResume } from './health/actions/pause';
export {
  currentTiming,
  planAdopt,
  planChangeTiming,
  planRepairAction,
  type IntervalAndTiming,
} from './health/actions/change';
export { planRename, type NewNames } from './health/actions/rename';
export { planRotation } from './health/actions/rotate';
export { planRemovalAction } from './health/actions/remove';
export { canRestore, expireSilence, readSilences, restoreSilence, sendBeatNow } from './health/actions/now';
