import { t } from '@grafana/i18n';

/** What the button says that saves the heartbeat; undefined where there is nothing to save. */
export function saveLabel(isNext: boolean, isNew: boolean): string | undefined {
  if (isNext) {
    return undefined;
  }
  return isNew ? t('setup.heartbeat.apply', 'Add heartbeat') : t('setup.heartbeat.save', 'Save changes');
}
