import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import { OUTAGE_WINDOW_MS } from '../../../connection/irm/outageGroups';
import type { Outage, Span, Uptime } from '../../../connection/irm/outages';
import { formatAge } from '../../../ui/formatAge';
import { formatMoment } from '../../../ui/formatMoment';
import { verbatim } from '../../../ui/verbatim';

/** In how much of the time beats arrived, in words. */
export function describeUptime(outages: readonly Outage[], { share, missing, unknown }: Uptime, span: Span): string {
  const time =
    span.to - span.from < OUTAGE_WINDOW_MS
      ? t('status.outages.since', 'the time since {{time}}', verbatim({ time: formatMoment(span.from, span.to) }))
      : t('status.outages.days', 'the last 30 days');
  if (outages.length === 0) {
    return t('status.outages.none', 'IRM missed no heartbeat in {{time}}.', verbatim({ time }));
  }
  const values = verbatim({ share: formatShare(share), time, missing: formatAge(missing) });
  const up =
    unknown > 0
      ? t('status.outages.at-most', 'Heartbeats arrived in at most {{share}} of {{time}}.', values)
      : t('status.outages.up', 'Heartbeats arrived in {{share}} of {{time}}.', values);
  const counted = outages.length - unknown;
  const parts = [
    up,
    counted > 0 &&
      t('status.outages.missing', 'They were missing for {{missing}} in {{count}} outages.', {
        count: counted,
        defaultValue_one: 'They were missing for {{missing}} in one outage.',
        ...values,
      }),
    unknown > 0 &&
      t('status.outages.unknown', 'The length of {{count}} outages is unknown, so they are not counted.', {
        count: unknown,
        defaultValue_one: 'The length of one outage is unknown, so it is not counted.',
      }),
  ];
  return parts.filter(Boolean).join(' ');
}

/** Rounded down, so that nothing but no outage at all is 100%. */
export function formatShare(share: number): string {
  const hundredths = Math.floor(share * 10_000 + 1e-9);
  const percent = share < 1 ? Math.min(hundredths, 9_999) / 100 : 100;
  return t('status.outages.share', '{{percent, number}}%', { percent });
}

/** From when to when, and for how long. */
export function describeOutage({ from, to, end }: Outage, now: number): string {
  const start = formatMoment(from, now);
  if (to === undefined) {
    return t('status.outages.from', 'From {{from}}, length unknown', verbatim({ from: start }));
  }
  const values = verbatim({ from: start, to: endOf(from, to, now), length: formatAge(to - from) });
  return end === 'lasting'
    ? t('status.outages.lasting', 'Since {{from}}, for {{length}} so far', values)
    : t('status.outages.from-to', '{{from}} to {{to}}, {{length}}', values);
}

/** A date that is the same as at the beginning is not told twice. */
function endOf(from: number, to: number, now: number): string {
  const dayOf = (time: number) => dateTimeFormat(time, { format: 'YYYY-MM-DD' });
  const isEarlierDay = dayOf(to) !== dayOf(now);
  return isEarlierDay && dayOf(from) === dayOf(to) ? dateTimeFormat(to, { format: 'HH:mm' }) : formatMoment(to, now);
}

/** What else is to be known of an outage; undefined when nothing is. */
export function describeRemark({ end, isOpen }: Outage): string | undefined {
  if (isOpen && end !== 'lasting') {
    return t('status.outages.open', 'Still open in IRM, although heartbeats arrive');
  }
  return end === 'closed'
    ? t('status.outages.closed', 'Closed in IRM before heartbeats resumed, so it may have lasted longer')
    : undefined;
}
