import { t } from '@grafana/i18n';

/** A number for people, by the rules of their language: 10,000 or 10.000. */
export const formatNumber = (value: number) => t('ui.number', '{{value, number}}', { value });
