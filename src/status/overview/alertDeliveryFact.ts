import { t } from '@grafana/i18n';
import type { OverviewRow } from '../../connection/health/overview';
import { describeDeliveryFailure } from '../../ui/describeDeliveryFailure';
import { verbatim } from '../../ui/verbatim';
import { formatAge } from '../../ui/formatAge';
import { formatMoment } from '../../ui/formatMoment';
import type { Fact } from './fact';

/** What became of the last alert that was sent. Alerts are rare, so often there is none that Grafana remembers. */
export function alertDeliveryFact({ connection, alertDelivery }: OverviewRow, now: number): Fact {
  const base = { id: 'alertDelivery', label: t('status.fact.alert-delivery', 'Last alert sent') };
  if (!connection.alertContactPoint) {
    return { ...base, value: t('status.fact.no-contact-point', 'No contact point for alerts'), isBad: true };
  }
  const { lastAttempt, lastError, cause = 'other' } = alertDelivery ?? {};
  if (lastAttempt === undefined) {
    return { ...base, value: t('status.fact.none-seen', 'None seen') };
  }
  const time = formatMoment(lastAttempt, now);
  if (lastError === undefined) {
    const age = formatAge(now - lastAttempt);
    const detail = t('status.fact.delivered', 'answered {{age}} ago', verbatim({ age }));
    return { ...base, value: time, detail };
  }
  const why = cause === 'other' ? lastError : describeDeliveryFailure(cause, 'alert').title;
  return {
    ...base,
    value: t('status.fact.failed', '{{time}}, failed', verbatim({ time })),
    detail: why,
    isBad: true,
  };
}
