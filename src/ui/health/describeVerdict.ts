import { t } from '@grafana/i18n';
import type { Verdict } from '../../connection/health/verdict';
import { nameOf } from '../../connection/ownership/nameOf';
import { formatMoment } from '../formatMoment';
import { verbatim } from '../verbatim';
import { describePages } from './describePages';

export interface VerdictText {
  severity: 'success' | 'warning' | 'error' | 'unknown';
  /** The answer in one sentence, without a full stop. */
  sentence: string;
  /** What goes with it, in whole sentences. */
  detail?: string;
}

const SEVERITIES: Readonly<Record<Verdict['kind'], VerdictText['severity']>> = {
  good: 'success',
  warning: 'warning',
  bad: 'error',
  unknown: 'unknown',
  empty: 'unknown',
};

/** Are our alerts still getting out? `now`: the server's time, epoch milliseconds. */
export function describeVerdict(verdict: Verdict, now: number): VerdictText {
  const detail = [pagesText(verdict, now), othersText(verdict), routingText(verdict), defaultText(verdict)]
    .filter((text) => text !== '')
    .join(' ');
  return {
    severity: SEVERITIES[verdict.kind],
    sentence: SENTENCES[verdict.code](verdict, now),
    ...(detail && { detail }),
  };
}

/** For the title of a page, before its name: "(1 down)"; '' when there is nothing to tell. */
export function verdictMark({ code, affected }: Verdict): string {
  const count = affected.length;
  switch (code) {
    case 'down':
      return t('status.mark.down', '({{count}} down)', { count });
    case 'misconfigured':
      return t('status.mark.misconfigured', '({{count}} misconfigured)', { count });
    case 'late':
      return t('status.mark.late', '({{count}} late)', { count });
    case 'notRouted':
      return t('status.mark.not-routed', '({{count}} not routed)', { count });
    case 'notRead':
      return t('status.mark.not-read', '(not updated)');
    default:
      return '';
  }
}

type Sentence = (verdict: Verdict, now: number) => string;

const time = (since: number, now: number) => verbatim({ time: formatMoment(since, now) });

/** The name of the only one that is meant. */
const single = ({ affected: [first, ...others] }: Verdict): { name: string } | undefined =>
  first && others.length === 0 ? verbatim({ name: nameOf(first.connection) }) : undefined;

const SENTENCES: Readonly<Record<Verdict['code'], Sentence>> = {
  allWell: ({ total, routingUnknown }) =>
    routingUnknown === 0
      ? t('status.verdict.well', 'All {{count}} heartbeats arrive and alerts are routed to all of them', {
          count: total,
          defaultValue_one: 'The heartbeat arrives and alerts are routed',
        })
      : t('status.verdict.arrive', 'All {{count}} heartbeats arrive', {
          count: total,
          defaultValue_one: 'The heartbeat arrives',
        }),
  down: (verdict, now) => downSentence(verdict, now),
  misconfigured: (verdict) => {
    const name = single(verdict);
    return name
      ? t('status.verdict.misconfigured-one', 'The heartbeat of {{name}} is misconfigured', name)
      : t('status.verdict.misconfigured', '{{count}} of {{total}} heartbeats are misconfigured', {
          count: verdict.affected.length,
          total: verdict.heartbeats,
          defaultValue_one: '{{count}} of {{total}} heartbeats is misconfigured',
        });
  },
  late: (verdict, now) => {
    const { since } = verdict;
    const name = single(verdict);
    if (!name) {
      return t('status.verdict.late', '{{count}} of {{total}} heartbeats are late', {
        count: verdict.affected.length,
        total: verdict.heartbeats,
        defaultValue_one: '{{count}} of {{total}} heartbeats is late',
      });
    }
    return since === undefined
      ? t('status.verdict.late-one', 'The heartbeat of {{name}} is late', name)
      : t('status.verdict.late-one-since', 'The heartbeat of {{name}} has been late since {{time}}', {
          ...name,
          ...time(since, now),
        });
  },
  notRouted: (verdict) => {
    const name = single(verdict);
    const isAllUp = verdict.arriving === verdict.total;
    if (name) {
      return isAllUp
        ? t('status.verdict.not-routed-one', 'Heartbeats arrive, but no alert is routed to {{name}}', name)
        : t('status.verdict.not-routed-one-alone', 'No alert is routed to {{name}}', name);
    }
    if (verdict.affected.length === verdict.total) {
      return isAllUp
        ? t('status.verdict.not-routed-any', 'Heartbeats arrive, but no alert is routed to any connection')
        : t('status.verdict.not-routed-any-alone', 'No alert is routed to any connection');
    }
    return isAllUp
      ? t(
          'status.verdict.not-routed',
          'Heartbeats arrive, but no alert is routed to {{count}} of {{total}} connections',
          { count: verdict.affected.length, total: verdict.total }
        )
      : t('status.verdict.not-routed-alone', 'No alert is routed to {{count}} of {{total}} connections', {
          count: verdict.affected.length,
          total: verdict.total,
        });
  },
  unknown: (verdict) => {
    const name = single(verdict);
    return name
      ? t('status.verdict.unknown-one', 'It is not known whether the heartbeat of {{name}} arrives', name)
      : t('status.verdict.unknown', 'It is not known whether {{count}} of {{total}} heartbeats arrive', {
          count: verdict.affected.length,
          total: verdict.heartbeats,
          defaultValue_one: 'It is not known whether {{count}} of {{total}} heartbeats arrives',
        });
  },
  noHeartbeat: (verdict) => {
    const name = single(verdict);
    return name
      ? t('status.verdict.no-heartbeat-one', '{{name}} has no heartbeat: nobody is paged if Grafana goes down', name)
      : t('status.verdict.no-heartbeat', '{{count}} of {{total}} connections have no heartbeat', {
          count: verdict.affected.length,
          total: verdict.total,
          defaultValue_one: '{{count}} of {{total}} connections has no heartbeat',
        });
  },
  paused: (verdict) => {
    const name = single(verdict);
    if (name) {
      return t('status.verdict.paused-one', 'The heartbeat of {{name}} is paused', name);
    }
    return verdict.affected.length === verdict.heartbeats
      ? t('status.verdict.paused-all', 'All heartbeats are paused')
      : t('status.verdict.paused', '{{count}} of {{total}} heartbeats are paused', {
          count: verdict.affected.length,
          total: verdict.heartbeats,
          defaultValue_one: '{{count}} of {{total}} heartbeats is paused',
        });
  },
  new: (verdict) => {
    const name = single(verdict);
    return name
      ? t('status.verdict.new-one', 'Waiting for the first heartbeat of {{name}}', name)
      : t('status.verdict.new', 'Waiting for the first heartbeat of {{count}} connections', {
          count: verdict.affected.length,
          defaultValue_one: 'Waiting for the first heartbeat of {{count}} connection',
        });
  },
  notRead: ({ since }, now) =>
    since === undefined
      ? t('status.verdict.not-read', 'Grafana could not be read')
      : t('status.verdict.not-read-since', 'No update from Grafana since {{time}}', time(since, now)),
  nothingConnected: () => t('status.verdict.nothing', 'No IRM integrations connected yet'),
};

function downSentence(verdict: Verdict, now: number): string {
  const { since, stopsAlerts } = verdict;
  const name = single(verdict);
  if (!name) {
    return since === undefined
      ? t('status.verdict.down', '{{count}} of {{total}} heartbeats are down', {
          count: verdict.affected.length,
          total: verdict.heartbeats,
          defaultValue_one: '{{count}} of {{total}} heartbeats is down',
        })
      : t('status.verdict.down-since', '{{count}} of {{total}} heartbeats have been down since {{time}}', {
          ...time(since, now),
          count: verdict.affected.length,
          total: verdict.heartbeats,
          defaultValue_one: '{{count}} of {{total}} heartbeats has been down since {{time}}',
        });
  }
  if (since === undefined) {
    return stopsAlerts
      ? t('status.verdict.down-one-alerts', '{{name}} is down: nobody would be paged', name)
      : t('status.verdict.down-one', '{{name}} is down', name);
  }
  const words = { ...name, ...time(since, now) };
  return stopsAlerts
    ? t('status.verdict.silent-one-alerts', '{{name}} has been silent since {{time}}: nobody would be paged', words)
    : t('status.verdict.silent-one', '{{name}} has been silent since {{time}}', words);
}

function pagesText({ pages }: Verdict, now: number): string {
  return pages ? describePages(pages, now) : '';
}

/** That the others are well, where some are not. */
function othersText({ code, affected, total, arriving }: Verdict): string {
  const isAboutSome = arriving > 0 && affected.length < total && code !== 'notRouted' && code !== 'notRead';
  return isAboutSome
    ? t('status.verdict.others', '{{count}} other heartbeats arrive.', {
        count: arriving,
        defaultValue_one: '{{count}} other heartbeat arrives.',
      })
    : '';
}

function routingText({ code, routingUnknown }: Verdict): string {
  return code === 'allWell' && routingUnknown > 0
    ? t('status.verdict.routing-unknown', 'It is not known whether alerts are routed to {{count}} connections.', {
        count: routingUnknown,
        defaultValue_one: 'It is not known whether alerts are routed to {{count}} connection.',
      })
    : '';
}

function defaultText({ silentDefault, code }: Verdict): string {
  return silentDefault === undefined || code === 'notRead'
    ? ''
    : t(
        'status.verdict.silent-default',
        'The default notification policy sends to "{{name}}", which has no integration: alerts that match no other policy reach nobody.',
        verbatim({ name: silentDefault })
      );
}
