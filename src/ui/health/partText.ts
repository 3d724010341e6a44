import { t } from '@grafana/i18n';
import type { AwaitedPart } from '../reading/firstReading';

const PARTS: Readonly<Record<AwaitedPart, () => string>> = {
  contactPoints: () => t('status.part.contact-points', 'contact points'),
  rules: () => t('status.part.rules', 'heartbeat rules'),
  ruleStatuses: () => t('status.part.rule-statuses', 'states of the heartbeat rules'),
  deliveries: () => t('status.part.deliveries', 'last deliveries'),
  alerts: () => t('status.part.alerts', 'alerts of the heartbeat rules'),
  history: () => t('status.part.history', 'state history'),
};

/** A part of a reading, in the middle of a sentence. */
export const partText = (part: AwaitedPart) => PARTS[part]();
