import { t } from '@grafana/i18n';
import { useTellLeft } from '../useTellLeft';

/**
 * Tells how a write to IRM ended whose page was left meanwhile, as `useTellLeft` does of Grafana. To be called before
 * anything is read again: what that shows may take the place of what wrote.
 *
 * @param done what is told of a success, in a few words
 */
export function useTellLeftInIrm() {
  const tellLeft = useTellLeft();
  return (isDone: boolean, done: string) =>
    tellLeft(isDone, {
      done,
      failed: t('irm.left.failed', 'IRM did not confirm all changes. Go back to the page to see what is left.'),
    });
}

/** What is told of an alert group. */
export const groupResolved = () => t('irm.left.resolved', 'Alert group resolved in IRM');
