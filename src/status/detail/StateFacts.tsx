import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { formatInterval } from '../../ui/formatInterval';
import { formatMoment } from '../../ui/formatMoment';
import { formatRoughly } from '../../ui/formatRoughly';
import { useServerTime } from '../../ui/useServerTime';
import { verbatim } from '../../ui/verbatim';
import { pagesOf } from './parts/pagesOf';
import type { Live } from './parts/useLive';

interface Fact {
  name: string;
  value: string;
  /** The moment behind the words, epoch milliseconds. */
  moment?: number;
}

/** When it began, when the last heartbeat left, when the next one is due and when IRM pages. Ticks by itself. */
export function StateFacts({ live }: { live: Live }) {
  const now = useServerTime(live.data.clockOffset);
  return (
    <Stack direction="row" gap={3} wrap="wrap">
      {factsOf(live, now).map(({ name, value, moment }) => (
        <div key={name} title={moment === undefined ? undefined : exactly(moment)}>
          <Text element="p" variant="bodySmall" color="secondary">
            {name}
          </Text>
          <Text element="p" tabular>
            {value}
          </Text>
        </div>
      ))}
    </Stack>
  );
}

/** A moment with its date and zone. */
const exactly = (moment: number) => dateTimeFormat(moment, { format: 'YYYY-MM-DD HH:mm:ss z' });

function factsOf(live: Live, now: number): Fact[] {
  const { health, connection } = live;
  const { since, lastBeat, nextExpected } = health;
  const { interval } = connection;
  const pages = pagesOf(health, now);
  const facts: Array<Fact | false> = [
    since !== undefined && { name: t('status.header.since', 'Since'), value: agoText(since, now), moment: since },
    lastBeat !== undefined && {
      name: t('status.header.last', 'Last heartbeat'),
      value: lastText(live, lastBeat, now),
      moment: lastBeat,
    },
    nextExpected !== undefined && {
      name: t('status.header.next', 'Next heartbeat'),
      value:
        now <= nextExpected
          ? t('status.header.in', 'in {{span}}', verbatim({ span: formatRoughly(nextExpected - now) }))
          : t('status.header.overdue', 'overdue by {{span}}', verbatim({ span: formatRoughly(now - nextExpected) })),
      moment: nextExpected,
    },
    pages !== undefined && {
      name: pages.hasPaged ? t('status.header.paged', 'IRM has paged') : t('status.header.pages', 'IRM pages'),
      value: pages.hasPaged ? agoText(pages.until, now) : dueText(pages.until, now, health.state === 'up'),
      moment: pages.until,
    },
    interval !== undefined && {
      name: t('status.header.interval', 'Heartbeat interval'),
      value: formatInterval(interval),
    },
  ];
  return facts.flatMap((fact) => fact || []);
}

const agoText = (time: number, now: number) =>
  t('status.header.ago', '{{time}} ({{span}} ago)', {
    ...verbatim({ time: formatMoment(time, now), span: formatRoughly(now - time) }),
  });

function lastText({ items }: Live, lastBeat: number, now: number): string {
  const delivery = items.find((item) => item.id === 'beatDelivery')?.data;
  const took = delivery?.lastAttempt === lastBeat && delivery.error === undefined ? delivery.took : undefined;
  return took === undefined
    ? agoText(lastBeat, now)
    : t('status.header.ago-took', '{{time}} ({{span}} ago), answered in {{took}} ms', {
        ...verbatim({ time: formatMoment(lastBeat, now), span: formatRoughly(now - lastBeat), took: Math.round(took) }),
      });
}

function dueText(time: number, now: number, isWell: boolean): string {
  const values = verbatim({ time: formatMoment(time, now), span: formatRoughly(time - now) });
  return isWell
    ? t('status.header.pages-unless', 'at {{time}}, unless a heartbeat arrives', values)
    : t('status.header.pages-by', 'by {{time}} (in {{span}})', values);
}
