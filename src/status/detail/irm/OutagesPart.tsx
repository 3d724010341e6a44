import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';
import { OUTAGE_WINDOW_MS } from '../../../connection/irm/outageGroups';
import { outagesOf, uptimeOf } from '../../../connection/irm/outages';
import { formatMoment } from '../../../ui/formatMoment';
import { formatSeconds } from '../../../ui/formatSeconds';
import { useOutageGroups } from '../../../ui/irm/useOutageGroups';
import { verbatim } from '../../../ui/verbatim';
import type { Live } from '../parts/useLive';
import { Measured } from '../timeline/Measured';
import { OutageDrawing } from './OutageDrawing';
import { OutageList } from './OutageList';
import { describeUptime } from './outageTexts';
import { ReadingState } from './ReadingState';

/** IRM looks for lost and restored heartbeats at even minutes only; seconds. */
const CHECK_SECONDS = 120;

/** When IRM missed the beats in the last 30 days. It remembers what Grafana forgets with every restart. */
export function OutagesPart({ integrationId, live }: { integrationId: string; live: Live }) {
  const { health, connection, data } = live;
  const { serverTime } = data.reading;
  const reading = useOutageGroups(integrationId, serverTime);
  return (
    <>
      <Text element="h3" variant="h5">
        {t('status.outages.title', 'Lost heartbeats, last 30 days')}
      </Text>
      <ReadingState reading={reading} />
      {reading.value && (
        <Outages
          groups={reading.value.groups}
          // What is read stays for minutes, while an outage that lasts goes on.
          span={{ from: reading.value.from, to: Math.max(reading.value.to, serverTime) }}
          lastBeat={health.lastBeat}
          interval={connection.interval}
        />
      )}
    </>
  );
}

interface OutagesProps {
  groups: Parameters<typeof outagesOf>[0];
  span: Parameters<typeof outagesOf>[1];
  lastBeat: number | undefined;
  interval: number | undefined;
}

function Outages({ groups, span, lastBeat, interval }: OutagesProps) {
  const outages = outagesOf(groups, span, lastBeat);
  const isCutShort = span.to - span.from < OUTAGE_WINDOW_MS;
  const isAnyLeftOpen = outages.some(({ isOpen, end }) => isOpen && end !== 'lasting');
  return (
    <>
      <Text element="p">{describeUptime(outages, uptimeOf(outages, span), span)}</Text>
      <Measured>{(width) => <OutageDrawing outages={outages} span={span} width={width} />}</Measured>
      {outages.length > 0 && <OutageList outages={outages} now={span.to} />}
      {isAnyLeftOpen && (
        <Text element="p">
          {t(
            'status.outages.left-open',
            'Check in IRM whether heartbeats arrive. If they do, its templates do not resolve lost heartbeats: resolve the group manually.'
          )}
        </Text>
      )}
      {isCutShort && (
        <Text element="p" color="secondary">
          {t(
            'status.outages.cut-short',
            'Read back to {{time}} only: the integration raised too many alert groups to look further.',
            verbatim({ time: formatMoment(span.from, span.to) })
          )}
        </Text>
      )}
      <Text element="p" variant="bodySmall" color="secondary">
        {interval === undefined
          ? t(
              'status.outages.note',
              'IRM notices a silence only after the heartbeat interval, so each outage began earlier than shown. Time before the heartbeat was set up counts as up.'
            )
          : t(
              'status.outages.note-interval',
              'IRM notices a silence only after the heartbeat interval, so each outage began up to {{span}} earlier than shown. Time before the heartbeat was set up counts as up.',
              verbatim({ span: formatSeconds(interval + CHECK_SECONDS) })
            )}
      </Text>
    </>
  );
}
