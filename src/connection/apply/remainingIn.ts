import type { Plan, PlanStep } from '../plan/types';
import type { GrafanaObjects } from '../reading/reading';
import { differenceOf } from './lookOver';

/** The steps of a plan whose objects a reading does not show as planned, whoever carried the others out. */
export function remainingIn(plan: Plan, objects: GrafanaObjects): PlanStep[] {
  const { integrations, rules, otherRules, folder } = objects;
  const found = { integrations, rules: { ...folder, rules, otherRules } };
  return plan.steps.filter(({ action, command }) => action !== 'keep' && differenceOf(command, found, false));
}
