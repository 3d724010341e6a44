import { missingRights, type Task } from '../connection/rights';
import { useServices } from './services';

/**
 * Permissions that the signed-in user lacks for a task. Through the plugin's proxy the service account acts, yet the
 * routes want the role Editor of the user, who then has these permissions too: so they are asked for either way.
 */
export function useMissingRights(task: Task, options?: { folderExists?: boolean }): string[] {
  const { granted } = useServices();
  return missingRights(granted, task, options);
}
