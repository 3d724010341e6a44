import { t } from '@grafana/i18n';
import type { ReadingPart } from '../../connection/reading/reading';

const PARTS: Readonly<Record<ReadingPart, () => string>> = {
  rules: () => t('status.part.rules', 'heartbeat rules'),
  ruleStatuses: () => t('status.part.rule-statuses', 'states of the heartbeat rules'),
  deliveries: () => t('status.part.deliveries', 'last deliveries'),
  alerts: () => t('status.part.alerts', 'alerts of the heartbeat rules'),
};

/** A part of a reading, in the middle of a sentence. */
export const partText = (part: ReadingPart) => PARTS[part]();
