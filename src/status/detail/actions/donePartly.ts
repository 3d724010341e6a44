import { t } from '@grafana/i18n';

/** In the place of what an action says when it is done, where not all of it is. */
export const donePartly = () => t('status.plan-dialog.done-partly', 'Done, but something remains');
