import { missingRights, missingRightsFor, type Task } from '../connection/plan/rights';
import type { Plan } from '../connection/plan/types';
import { useRights } from './data/useRights';

/**
 * Permissions that whoever acts lacks for a plan, of which only what it really does counts, or for a task that has no
 * plan yet.
 */
export function useMissingRights(wanted: Plan | Task): string[] {
  const { granted, doors } = useRights();
  return typeof wanted === 'string' ? missingRights(granted, wanted, doors) : missingRightsFor(granted, wanted, doors);
}
