import { t } from '@grafana/i18n';
import { Stack, Text, TextLink } from '@grafana/ui';
import type { Health } from '../../connection/health/types';
import { formatInterval } from '../../ui/formatInterval';
import { describeRouting } from './parts/describeRouting';
import { formatMoment } from '../../ui/formatMoment';
import { formatSeconds } from '../../ui/formatSeconds';
import { coveragePath, routePath } from '../../ui/pagePaths';
import { formatRelative, secondsAgo } from '../../ui/time/formatRelative';
import { useAtTime, useToday } from '../../ui/time/ServerClock';
import { exactTime } from '../../ui/time/Times';
import { verbatim } from '../../ui/verbatim';
import type { Live } from './parts/useLive';
import { logOf } from './timeline/logOf';

interface Fact {
  name: string;
  /** Told anew when it reads otherwise: `ago` is how far the moment is (see `secondsAgo`), `today` a moment of this day. */
  value(ago: number, today: number): string;
  /** The moment behind the words, epoch milliseconds. */
  moment?: number;
  /** Where more is told of it. */
  href?: string;
  /** Where it is changed. */
  change?: { href: string; label: string };
}

/** When it began, when the last heartbeat left, when the next is due, when IRM pages, and which alerts arrive. */
export function StateFacts({ live }: { live: Live }) {
  return (
    <Stack direction="row" gap={3} rowGap={1} wrap="wrap">
      {factsOf(live).map((fact) => (
        <FactView key={fact.name} {...fact} />
      ))}
    </Stack>
  );
}

function FactView({ name, value, moment, href, change }: Fact) {
  const ago = useAtTime((now) => (moment === undefined ? 0 : secondsAgo(moment, now)));
  const text = value(ago, useToday());
  return (
    <div title={moment === undefined ? undefined : exactTime(moment)}>
      <Text element="p" variant="bodySmall" color="secondary">
        {name}
      </Text>
      <Text element="p" tabular>
        {href === undefined ? (
          text
        ) : (
          <TextLink href={href} color="primary" inline>
            {text}
          </TextLink>
        )}
        {change && (
          <>
            {' '}
            <TextLink href={change.href} inline variant="bodySmall">
              {change.label}
            </TextLink>
          </>
        )}
      </Text>
    </div>
  );
}

function factsOf(live: Live): Fact[] {
  const { health, connection, routing } = live;
  const { lastBeat, nextExpected, pages } = health;
  const { since } = health;
  const seenFailing = since === undefined ? failingSince(live) : undefined;
  const { interval } = connection;
  const facts: Array<Fact | false> = [
    since !== undefined && { name: t('status.header.since', 'Since'), value: sinceText(since), moment: since },
    seenFailing !== undefined && {
      name: t('status.header.seen-failing', 'Seen failing since'),
      value: sinceText(seenFailing),
      moment: seenFailing,
    },
    lastBeat !== undefined && {
      name: t('status.header.last', 'Last heartbeat'),
      value: lastText(live, lastBeat),
      moment: lastBeat,
    },
    nextExpected !== undefined && {
      name: t('status.header.next', 'Next heartbeat'),
      value: dueText,
      moment: nextExpected,
    },
    pages !== undefined && {
      name: pages.hasPaged ? t('status.header.paged', 'IRM has paged') : t('status.header.pages', 'IRM pages'),
      value: pages.hasPaged ? sinceText(pages.from) : pagesText(pages.from, health),
      moment: pages.from,
    },
    interval !== undefined && {
      name: t('status.header.interval', 'Heartbeat interval'),
      value: () => formatInterval(interval),
    },
    connection.alertContactPoint !== undefined &&
      routing.kind === 'routed' && {
        name: t('status.header.routing', 'Alerts'),
        value: () => describeRouting(routing),
        href: coveragePath(connection.id),
        change: { href: routePath({ connection: connection.id }), label: t('status.header.route', 'Change routing') },
      },
  ];
  return facts.flatMap((fact) => fact || []);
}

/** A heartbeat that was never seen to arrive is down since nobody knows when; since when it was seen to fail is known. */
function failingSince(live: Live): number | undefined {
  const last = logOf(live).at(-1);
  return live.health.reason.code === 'deliveryFails' && last?.kind === 'failed' ? last.from : undefined;
}

const sinceText = (time: number) => (ago: number, today: number) =>
  t('status.header.ago', '{{time}} ({{ago}})', {
    ...verbatim({ time: formatMoment(time, today), ago: formatRelative(ago) }),
  });

const dueText = (ago: number) =>
  ago <= 0
    ? formatRelative(ago)
    : t('status.header.overdue', 'overdue by {{span}}', verbatim({ span: formatSeconds(ago) }));

const pagesText =
  (time: number, { state, reason }: Health) =>
  (ago: number, today: number) => {
    const at = verbatim({ time: formatMoment(time, today) });
    return state === 'up' || reason.code === 'outdated'
      ? t('status.header.pages-unless', 'at {{time}}, unless a heartbeat arrives', at)
      : t('status.header.pages-at', 'at {{time}} ({{in}})', {
          ...at,
          ...verbatim({ in: formatRelative(ago) }),
        });
  };

function lastText({ items }: Live, lastBeat: number) {
  const delivery = items.find((item) => item.id === 'beatDelivery')?.data;
  const took = delivery?.lastAttempt === lastBeat && delivery.error === undefined ? delivery.took : undefined;
  return (ago: number, today: number) =>
    took === undefined
      ? sinceText(lastBeat)(ago, today)
      : t('status.header.ago-took', '{{time}} ({{ago}}), answered in {{took}} ms', {
          ...verbatim({
            time: formatMoment(lastBeat, today),
            ago: formatRelative(ago),
            took: Math.round(took),
          }),
        });
}
