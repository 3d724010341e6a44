import { t } from '@grafana/i18n';
import type { Health, HealthReason } from '../../connection/health/types';
import { describeReadError } from '../describeReadError';
import { deliveryFailureTitle } from '../deliveryFailureTitle';
import { formatSeconds } from '../formatSeconds';
import { verbatim } from '../verbatim';
import { describeDrift } from './describeDrift';
import { pagesText, type FormatMoment } from './pagesText';
import { partText } from './partText';
import { beatingText } from './stateText';

/**
 * Why a heartbeat is in its state, in one or two sentences. What to do is told by `describeNextAction`. `now`: the
 * server's time, epoch milliseconds. How times are written is left to whoever shows them: pages know the time zone of
 * their user, the command line writes for logs.
 */
export function healthText(
  { reason, forgottenAt }: Pick<Health, 'reason'> & Partial<Health>,
  now: number,
  formatMoment: FormatMoment
): string {
  if (reason.code === 'beating' && forgottenAt !== undefined) {
    return t(
      'status.reason.forgotten',
      'Grafana restarted or its alerting was reconfigured at {{time}}. The next heartbeat confirms.',
      verbatim({ time: formatMoment(forgottenAt, now) })
    );
  }
  // TypeScript does not see that the function under a reason's code takes that reason.
  const describe = REASONS[reason.code] as (reason: HealthReason, now: number, formatMoment: FormatMoment) => string;
  return describe(reason, now, formatMoment);
}

/** The last heartbeat that arrived, and when IRM pages or has paged, as sentences; '' where neither is known. */
export function outageText(
  { lastBeat, pages }: Pick<Health, 'lastBeat' | 'pages'>,
  now: number,
  formatMoment: FormatMoment
): string {
  const last =
    lastBeat === undefined
      ? ''
      : t(
          'status.outage.last',
          'Last heartbeat delivered at {{time}}.',
          verbatim({ time: formatMoment(lastBeat, now) })
        );
  const paging = pages ? pagesText(pages, now, formatMoment) : '';
  return [last, paging].filter((text) => text !== '').join(' ');
}

type Reasons = {
  [Code in HealthReason['code']]: (
    reason: Extract<HealthReason, { code: Code }>,
    now: number,
    formatMoment: FormatMoment
  ) => string;
};

const REASONS: Reasons = {
  beating: beatingText,
  noHeartbeat: () => t('status.reason.no-heartbeat', 'If this Grafana goes down, nobody is paged.'),
  paused: ({ drillSince }, now, formatMoment) =>
    drillSince === undefined
      ? t('status.reason.paused', 'The alert rule is paused, so no heartbeats are sent.')
      : t(
          'status.reason.drill',
          'A drill paused the heartbeat at {{time}}.',
          verbatim({ time: formatMoment(drillSince, now) })
        ),
  drift: ({ drifts: [worst, ...others] }) =>
    worst === undefined
      ? ''
      : others.length === 0
        ? describeDrift(worst)
        : t('status.reason.drift-more', '{{worst}} {{count}} more settings differ.', {
            count: others.length,
            defaultValue_one: '{{worst}} {{count}} more setting differs.',
            ...verbatim({ worst: describeDrift(worst) }),
          }),
  externalAlertmanager: () =>
    t(
      'status.reason.external-alertmanager',
      'Grafana sends alerts to external Alertmanagers only, which do not use its contact points.'
    ),
  silenced: ({ silences }) =>
    t('status.reason.silenced', '{{count}} silences suppress the heartbeat.', {
      count: silences.length,
      defaultValue_one: 'A silence suppresses the heartbeat.',
    }),
  inhibited: () => t('status.reason.inhibited', 'Another alert inhibits the heartbeat.'),
  queryFails: ({ message }) =>
    t('status.reason.query-fails', 'The query of the alert rule fails: {{message}}', verbatim({ message })),
  noData: () => t('status.reason.no-data', 'The query of the alert rule returns no data, so the rule does not fire.'),
  notFiring: () => t('status.reason.not-firing', 'The alert rule does not fire, but always should.'),
  dataSourceSilent: () =>
    t('status.reason.data-source-silent', 'The data source does not answer, so no heartbeats are sent.'),
  notEvaluated: () => t('status.reason.not-evaluated', 'Grafana stopped evaluating the alert rule.'),
  evaluatesNothing: () =>
    t(
      'status.reason.evaluates-nothing',
      'This Grafana server does not evaluate alert rules (execute_alerts = false). Unless another server does, neither alerts nor heartbeats are sent.'
    ),
  deliveryFails: ({ cause, message }) =>
    cause === 'other'
      ? t(
          'status.reason.delivery-fails-other',
          'The last heartbeat was not delivered: {{message}}',
          verbatim({ message })
        )
      : t(
          'status.reason.delivery-fails',
          'The last heartbeat was not delivered. {{cause}}.',
          verbatim({ cause: deliveryFailureTitle(cause, 'beat') })
        ),
  overdue: () => t('status.reason.overdue', 'The next heartbeat is overdue, and Grafana shows no cause.'),
  silentHere: ({ severalReplicas }) =>
    severalReplicas
      ? t(
          'status.reason.silent-here-several',
          'Another replica of this Grafana sends the heartbeats now. It cannot be seen from here.'
        )
      : t(
          'status.reason.silent-here',
          'No heartbeat on time from this replica. If Grafana has other replicas, one of them may send it.'
        ),
  firstBeatDue: () => t('status.reason.first-beat-due', 'The alert rule fires. The first heartbeat is on its way.'),
  pending: () => t('status.reason.pending', 'The alert rule is pending and fires after its pending period.'),
  notEvaluatedYet: () => t('status.reason.not-evaluated-yet', 'The alert rule is about to be evaluated.'),
  statusLost: () =>
    t(
      'status.reason.status-lost',
      'Grafana restarted or its alerting was reconfigured, so its delivery status is empty. The next heartbeat will tell.'
    ),
  neverHere: ({ severalReplicas }) =>
    severalReplicas
      ? t(
          'status.reason.never-here-several',
          'Another replica of this Grafana sends the heartbeats. None was seen from here.'
        )
      : t(
          'status.reason.never-here',
          'No heartbeat was sent while this page was open. If Grafana has other replicas, one of them may send it.'
        ),
  irmQuiet: () =>
    t('status.reason.irm-quiet', 'Another replica of this Grafana sends the heartbeats, and IRM misses none.'),
  irmMisses: () => t('status.reason.irm-misses', 'IRM receives no heartbeats and has raised an alert.'),
  outdated: ({ readAt }, now, formatMoment) =>
    t(
      'status.reason.outdated',
      'No update from Grafana since {{time}}.',
      verbatim({ time: formatMoment(readAt, now) })
    ),
  sharedContactPoint: ({ name }) =>
    t(
      'status.reason.shared-contact-point',
      'The contact point "{{name}}" sends heartbeats together with messages to other addresses, and Grafana does not tell which of them arrive. Give the heartbeat a contact point of its own.',
      verbatim({ name })
    ),
  notAdopted: () =>
    t('status.reason.not-adopted', 'The heartbeat was set up by hand, with a rule that this plugin does not know.'),
  rulesHidden: () => t('status.reason.rules-hidden', 'The alert rule is missing, or you cannot view its folder.'),
  forbidden: ({ part, error }) =>
    t(
      'status.reason.forbidden',
      'You cannot view the {{part}}: {{message}}',
      verbatim({ part: partText(part), message: error.message })
    ),
  notRead: ({ part, error }) =>
    t(
      'status.reason.not-read',
      'Could not read the {{part}}. {{title}}.',
      verbatim({ part: partText(part), title: describeReadError(error).title })
    ),
  clocksDiffer: ({ ahead }) =>
    t(
      'status.reason.clocks-differ',
      'The last heartbeat is dated {{ahead}} in the future: the clocks of the replicas differ.',
      verbatim({ ahead: formatSeconds(ahead / 1000) })
    ),
};
