export { cadencesOf, type Cadence, type TimingSource } from './cadence/cadencesOf';
export type {
  CadencePort,
  CadenceRule,
  FoundRules,
  LabelMatcher,
  NotificationPolicy,
  NotificationTiming,
} from './cadence/types';
