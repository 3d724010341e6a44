import { t } from '@grafana/i18n';
import type { HeartbeatTiming } from '../../connection/model';

/** Name of one value of a heartbeat's timing, the same wherever it is shown. */
export function timingFieldName(field: keyof HeartbeatTiming | 'interval'): string {
  switch (field) {
    case 'evaluationInterval':
      return t('ui.timing.field.evaluation-interval', 'Evaluation interval');
    case 'pendingPeriod':
      return t('ui.timing.field.pending-period', 'Pending period');
    case 'groupWait':
      return t('ui.timing.field.group-wait', 'Group wait');
    case 'groupInterval':
      return t('ui.timing.field.group-interval', 'Group interval');
    case 'repeatInterval':
      return t('ui.timing.field.repeat-interval', 'Repeat interval');
    case 'interval':
      return t('ui.timing.field.heartbeat-interval', 'Heartbeat interval');
  }
}
