import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import { endpointUrl } from '../../../connection/endpoint/integrationPath';
import { maskUrl, maskUrlsIn } from '../../../connection/endpoint/mask';
import type { ChecklistItem } from '../../../connection/health/checklist/types';
import { nameOf } from '../../../connection/ownership/nameOf';
import { formatInterval } from '../../../ui/formatInterval';
import { describeRouting } from '../parts/describeRouting';
import { describeHealth } from '../../../ui/health/describeHealth';
import { stateText } from '../../../ui/health/stateText';
import { formatRelative, secondsAgo } from '../../../ui/time/formatRelative';
import { verbatim } from '../../../ui/verbatim';
import { statement } from '../checklist/statements';
import type { Live } from '../parts/useLive';

/** Stands for the heartbeat URL, which holds a token. */
export const HEARTBEAT_URL = '$IRM_HEARTBEAT_URL';

/** Whatever these say, they stop no heartbeat. */
const NO_CAUSES: ReadonlyArray<ChecklistItem['id']> = ['locked', 'permission'];

interface Circumstances {
  live: Live;
  /** The server's time, epoch milliseconds. */
  now: number;
  /** Address of the page. */
  page: string;
  /** What stands in the command for the heartbeat URL. */
  address: string;
}

/** An outage in plain text: facts with their times, what was ruled out, the error, and what to run on the host. */
export function briefingText({ live, now, page, address }: Circumstances): string {
  const { connection, items } = live;
  const name = nameOf(connection);
  const checks = (state: ChecklistItem['state'], without: ReadonlyArray<ChecklistItem['id']> = []) =>
    items
      .filter((item) => item.state === state && !without.includes(item.id))
      .map((item) => `- ${statement(item, now)}`);
  const error = items.find((item) => item.id === 'beatDelivery')?.data.error;
  const parts: Array<[string, readonly string[]]> = [
    [t('status.briefing.facts', 'Facts'), factsOf(live, now)],
    [t('status.briefing.problems', 'Found'), checks('problem')],
    [t('status.briefing.unknown', 'Not known'), checks('unknown')],
    [t('status.briefing.ruled-out', 'Ruled out'), checks('ok', NO_CAUSES)],
    [t('status.briefing.error', 'Last error'), error === undefined ? [] : [maskUrlsIn(error)]],
    [t('status.briefing.run', 'Run on the Grafana host'), commands(address)],
    [t('status.briefing.page', 'In Grafana'), [page]],
  ];
  return [
    t('status.briefing.title', 'Outage briefing: {{name}}', verbatim({ name })),
    t('status.briefing.written', 'As of {{time}}', verbatim({ time: momentText(now) })),
    ...parts.flatMap(([title, lines]) => (lines.length > 0 ? ['', title, ...lines] : [])),
    '',
  ].join('\n');
}

function factsOf({ connection, health, routing }: Live, now: number): string[] {
  const { since, lastBeat, pages } = health;
  const { interval, endpoint } = connection;
  const facts: Array<[string, string] | false> = [
    [t('status.briefing.state', 'State'), `${stateText(health.state)}. ${describeHealth(health, now)}`],
    since !== undefined && [t('status.briefing.since', 'Since'), agoText(since, now)],
    [
      t('status.briefing.last', 'Last heartbeat'),
      lastBeat === undefined ? t('status.briefing.none', 'none seen') : agoText(lastBeat, now),
    ],
    pages !== undefined && [
      pages.hasPaged || now > pages.until
        ? t('status.briefing.paged', 'IRM paged at')
        : t('status.briefing.pages', 'IRM pages at'),
      momentText(pages.from),
    ],
    [t('status.briefing.routing', 'Alerts'), describeRouting(routing)],
    interval !== undefined && [t('status.briefing.interval', 'Heartbeat interval'), formatInterval(interval)],
    [t('status.briefing.endpoint', 'Endpoint'), maskUrl(endpointUrl(endpoint))],
  ];
  return facts.flatMap((fact) => (fact ? [`- ${fact[0]}: ${fact[1]}`] : []));
}

/** By the clock of whoever writes, with its distance from UTC (a browser's own zone has no name), and by everybody's. */
const momentText = (time: number) =>
  `${dateTimeFormat(time, { format: 'YYYY-MM-DD HH:mm:ss Z' })} (${new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')})`;

const agoText = (time: number, now: number) =>
  t('status.briefing.ago', '{{time}}, {{ago}}', {
    ...verbatim({ time: momentText(time), ago: formatRelative(secondsAgo(time, now)) }),
  });

function commands(address: string): string[] {
  const isPlaceholder = address === HEARTBEAT_URL;
  return [
    ...(isPlaceholder
      ? [
          t(
            'status.briefing.placeholder',
            '# {{variable}}: the HTTP endpoint of the integration followed by heartbeat/',
            {
              ...verbatim({ variable: HEARTBEAT_URL }),
            }
          ),
        ]
      : []),
    t('status.briefing.counts', '# IRM counts this as a heartbeat'),
    `curl -sS -i -m 15 -X POST ${isPlaceholder ? `"${address}"` : `'${address.replaceAll("'", '%27')}'`}`,
  ];
}
