import { t } from '@grafana/i18n';
import { toast } from './toast';
import { useIsHere } from './useIsHere';

/**
 * Tells how a change ended whose page or dialog was left meanwhile: at the corner of whatever page the person is on,
 * because nothing else would. Where that is still there it says so itself, with a way back or a way on.
 */
export function useTellLeft() {
  const isHere = useIsHere();
  return (isDone: boolean, { done, failed }: { done?: string; failed?: string } = {}) => {
    if (isHere.current) {
      return;
    }
    toast(
      isDone
        ? (done ?? t('ui.left.done', 'Changes saved'))
        : (failed ?? t('ui.left.failed', 'Not all changes were made. Go back to the page to see what is left.')),
      { isWarning: !isDone }
    );
  };
}
