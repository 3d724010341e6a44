import { missingRights, missingRightsFor, type Task } from '../connection/plan/rights';
import type { Plan } from '../connection/plan/types';
import { useServices } from './data/services';

/**
 * Permissions that the signed-in user lacks for a plan, of which only what it really does counts, or for a task that has
 * no plan yet. Through the plugin's proxy the service account acts, and everything is tried.
 */
export function useMissingRights(wanted: Plan | Task): string[] {
  const { granted } = useServices();
  return typeof wanted === 'string' ? missingRights(granted, wanted) : missingRightsFor(granted, wanted);
}
