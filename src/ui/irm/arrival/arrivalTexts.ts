import { t } from '@grafana/i18n';
import type { Arrival } from '../../../connection/irm/arrival';
import type { AddressDifference } from '../../../connection/irm/arrivalAddress';
import { maskUrl } from '../../../connection/endpoint/mask';
import { endpointUrl } from '../../../connection/endpoint/integrationPath';
import type { Endpoint } from '../../../connection/model';
import { formatSeconds } from '../../formatSeconds';
import { verbatim } from '../../verbatim';

type Of<Kind extends Arrival['kind']> = Extract<Arrival, { kind: Kind }>;

export function arrivedTitle({ group: { id }, afterMs, isExact }: Of<'arrived'>): string {
  if (afterMs === undefined) {
    return t('irm.arrival.title', 'Arrived as alert group {{id}}', verbatim({ id }));
  }
  const after = spanOf(afterMs, isExact);
  return isExact
    ? t('irm.arrival.title-exact', 'Arrived in {{after}} as alert group {{id}}', verbatim({ after, id }))
    : t('irm.arrival.title-within', 'Arrived within {{after}} as alert group {{id}}', verbatim({ after, id }));
}

/** @param moment when the group began, in words */
export function joinedTitle({ group: { id }, afterMs, isExact }: Of<'joined'>, moment: string): string {
  if (afterMs === undefined) {
    return t(
      'irm.arrival.joined-title',
      'Arrived and joined the alert group {{id}} of {{moment}}',
      verbatim({ id, moment })
    );
  }
  const values = verbatim({ id, moment, after: spanOf(afterMs, isExact) });
  return isExact
    ? t('irm.arrival.joined-exact', 'Arrived in {{after}} and joined the alert group {{id}} of {{moment}}', values)
    : t(
        'irm.arrival.joined-within',
        'Arrived within {{after}} and joined the alert group {{id}} of {{moment}}',
        values
      );
}

/** What the time in a title counts. */
export function describeTiming({ afterMs, isExact }: Of<'arrived' | 'joined'>): string {
  if (isExact) {
    return t('irm.arrival.exact', "From your click to IRM's timestamp of the alert.");
  }
  return afterMs === undefined
    ? t('irm.arrival.no-time', "This browser's clock was set back meanwhile, so the time is unknown.")
    : t(
        'irm.arrival.bound',
        "From your click until the plugin saw it. IRM's clock and this browser's differ, so it may have arrived earlier."
      );
}

/** In tenths of a second: an exact time to the nearest, but never none; a bound upwards. */
function spanOf(ms: number, isExact: boolean): string {
  const tenths = isExact ? Math.round(ms / 100) : Math.ceil(ms / 100);
  return formatSeconds(Math.max(1, tenths) / 10);
}

/** In what the contact point's address differs from IRM's, and what follows. Tokens are masked. */
export function describeAddressDifference(difference: AddressDifference, sentTo: Endpoint, known: Endpoint): string {
  const values = verbatim({ ours: maskUrl(endpointUrl(sentTo)), theirs: maskUrl(endpointUrl(known)) });
  return difference === 'scheme'
    ? t(
        'irm.arrival.help.scheme',
        'The contact point sends to {{ours}}, but IRM shows {{theirs}}. A redirect between them loses the message, although Grafana reports success. Use the URL from IRM.',
        values
      )
    : t(
        'irm.arrival.help.differs',
        'The contact point sends to {{ours}}, but IRM shows {{theirs}}. Unless you know why they differ, use the URL from IRM.',
        values
      );
}
