import { t } from '@grafana/i18n';

export const notLoadedTitle = () =>
  t('ui.grafana-error.not-loaded.title', 'IRM Connect could not load a part of itself');

export const reloadText = () => t('app.error.reload', 'Reload');
