import { missingRights } from '../../connection/rights';
import { useServices } from '../../ui/services';
import { TASKS, type ActionId } from './actions/types';
import { missingSilenceRights } from './silences/silenceRights';

/** Names the permissions that the signed-in user lacks for an action, so that they are told before the click. */
export function useMissingFor(): (action: ActionId) => string[] {
  const { granted } = useServices();
  return (action) =>
    action === 'silence'
      ? missingSilenceRights(granted)
      : missingRights(granted, TASKS[action], { folderExists: action !== 'adopt' && action !== 'repair' });
}
