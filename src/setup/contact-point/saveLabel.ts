import { t } from '@grafana/i18n';
import type { Phase } from './phase';

/** What the button says that saves the contact point; undefined where there is nothing to save. */
export function saveLabel(phase: Phase, isNew: boolean): string | undefined {
  switch (phase) {
    case 'edit':
      return isNew
        ? t('setup.contact-point.create', 'Create contact point')
        : t('setup.contact-point.apply-changes', 'Save changes');
    case 'refused':
      return t('setup.contact-point.create-anyway', 'Create anyway');
    default:
      return undefined;
  }
}
