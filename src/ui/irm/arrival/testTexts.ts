import { t } from '@grafana/i18n';
import { deliveryFailureTitle } from '../../deliveryFailureTitle';

/** Of a lost answer: another test may page somebody once more. */
export const sentPerhaps = (isHeartbeat: boolean): string =>
  isHeartbeat
    ? t('ui.test.beat-perhaps', 'The heartbeat may have been sent anyway. Sending it again does no harm.')
    : t('ui.test.perhaps', 'The test alert may have been sent anyway. Check IRM before you send another one.');

/** How a test ended, for whoever left it: in one line, without what to do about it. */
export const endOfTest = (isHeartbeat: boolean, mayHaveArrived: boolean) => ({
  done: isHeartbeat
    ? t('ui.test-verdict.accepted-beat.title', 'Heartbeat sent and accepted')
    : t('ui.test-verdict.accepted.title', 'Test alert sent and accepted'),
  failed: mayHaveArrived ? sentPerhaps(isHeartbeat) : deliveryFailureTitle('other', isHeartbeat ? 'testBeat' : 'test'),
});
