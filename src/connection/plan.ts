export type { Command, FieldChange, Obstacle, Plan, PlanStep } from './plan/types';
export { isBlocked, isUpToDate } from './plan/types';
export { planConnection } from './plan/planConnection';
export { planRemoval, type RemovalOptions } from './plan/planRemoval';
