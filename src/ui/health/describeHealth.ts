import { t } from '@grafana/i18n';
import type { Health, HealthReason, HealthState } from '../../connection/health/types';
import { describeGrafanaError } from '../describeGrafanaError';
import { describeDeliveryFailure } from '../describeDeliveryFailure';
import { formatMoment } from '../formatMoment';
import { formatSeconds } from '../formatSeconds';
import { verbatim } from '../verbatim';
import { describeDrift } from './describeDrift';
import { partText } from './partText';

const STATES: Readonly<Record<HealthState, () => string>> = {
  up: () => t('status.state.up', 'Up'),
  new: () => t('status.state.new', 'New'),
  late: () => t('status.state.late', 'Late'),
  down: () => t('status.state.down', 'Down'),
  misconfigured: () => t('status.state.misconfigured', 'Misconfigured'),
  paused: () => t('status.state.paused', 'Paused'),
  unknown: () => t('status.state.unknown', 'Unknown'),
  none: () => t('status.state.none', 'No heartbeat'),
};

/** A state in one or two words, as on its badge. */
export const stateText = (state: HealthState) => STATES[state]();

/** Why a heartbeat is in its state, in one or two sentences. What to do is told by `describeNextAction`. */
export function describeHealth({ reason }: Pick<Health, 'reason'>): string {
  // TypeScript does not see that the function under a reason's code takes that reason.
  const describe = REASONS[reason.code] as (reason: HealthReason) => string;
  return describe(reason);
}

type Reasons = { [Code in HealthReason['code']]: (reason: Extract<HealthReason, { code: Code }>) => string };

const REASONS: Reasons = {
  beating: () => t('status.reason.beating', 'The last beat left in time and was answered.'),
  noHeartbeat: () => t('status.reason.no-heartbeat', 'Nothing watches whether alerts still get out of this Grafana.'),
  paused: ({ drillSince }) =>
    drillSince === undefined
      ? t('status.reason.paused', 'The alert rule is paused, so no beats leave.')
      : t(
          'status.reason.drill',
          'A drill paused this heartbeat at {{time}}, so no beats leave.',
          verbatim({ time: formatMoment(drillSince, Date.now()) })
        ),
  drift: ({ drifts: [worst, ...others] }) =>
    worst === undefined
      ? ''
      : others.length === 0
        ? describeDrift(worst)
        : t(
            'status.reason.drift-more',
            '{{worst}} Something else differs, too ({{count}}).',
            verbatim({ worst: describeDrift(worst), count: others.length })
          ),
  externalAlertmanager: () =>
    t(
      'status.reason.external-alertmanager',
      'This Grafana sends its alerts to external Alertmanagers only, which do not know its contact points.'
    ),
  silenced: ({ silences }) =>
    t('status.reason.silenced', '{{count}} silences hold the beats back.', {
      count: silences.length,
      defaultValue_one: 'A silence holds the beats back.',
    }),
  inhibited: () => t('status.reason.inhibited', 'Another alert inhibits the heartbeat, so no beats leave.'),
  queryFails: ({ message }) =>
    t('status.reason.query-fails', 'The query of the alert rule fails: {{message}}', verbatim({ message })),
  noData: () => t('status.reason.no-data', 'The query of the alert rule finds no data, so the rule does not fire.'),
  notFiring: () => t('status.reason.not-firing', 'The alert rule does not fire, though it always should.'),
  dataSourceSilent: () =>
    t(
      'status.reason.data-source-silent',
      'The data source of the heartbeat did not answer, or answered nothing, so no beats leave.'
    ),
  notEvaluated: () => t('status.reason.not-evaluated', 'Grafana has stopped evaluating the alert rule.'),
  evaluatesNothing: () =>
    t(
      'status.reason.evaluates-nothing',
      'This Grafana server does not evaluate alert rules itself (execute_alerts = false). If another server of the same Grafana does, beats leave from there; if none does, neither alerts nor beats leave at all.'
    ),
  deliveryFails: ({ cause, message }) =>
    cause === 'other'
      ? t('status.reason.delivery-fails-other', 'The last beat was not delivered: {{message}}', verbatim({ message }))
      : t(
          'status.reason.delivery-fails',
          'The last beat was not delivered. {{cause}}.',
          verbatim({ cause: describeDeliveryFailure(cause, 'beat').title })
        ),
  overdue: () => t('status.reason.overdue', 'The next beat is overdue, and nothing here tells why.'),
  silentHere: ({ severalReplicas }) =>
    severalReplicas
      ? t(
          'status.reason.silent-here-several',
          'Another replica of this Grafana sends the beats now; it cannot be seen from here.'
        )
      : t(
          'status.reason.silent-here',
          'No beat in time as far as this replica knows. If this Grafana has further replicas, one of them may send the beats.'
        ),
  firstBeatDue: () => t('status.reason.first-beat-due', 'The alert rule fires, and its first beat is about to leave.'),
  pending: () => t('status.reason.pending', 'The alert rule is pending; it fires once its pending period has passed.'),
  notEvaluatedYet: () =>
    t('status.reason.not-evaluated-yet', 'Grafana is about to evaluate the alert rule for the first time.'),
  statusLost: () =>
    t(
      'status.reason.status-lost',
      'This Grafana remembers no beat: it was started, or its alerting configuration changed, since the last one. The next beat will tell.'
    ),
  neverHere: ({ severalReplicas }) =>
    severalReplicas
      ? t('status.reason.never-here-several', 'Another replica of this Grafana sends; it cannot be seen from here.')
      : t(
          'status.reason.never-here',
          'No beat left while this page was open. If this Grafana has further replicas, one of them may send the beats.'
        ),
  irmQuiet: () =>
    t(
      'status.reason.irm-quiet',
      'Another replica of this Grafana sends the beats, and IRM has raised no alert about missing ones.'
    ),
  irmMisses: () =>
    t(
      'status.reason.irm-misses',
      'IRM has raised an alert: it gets no beats, from whichever replica of this Grafana they come.'
    ),
  outdated: ({ readAt }) =>
    t(
      'status.reason.outdated',
      'Grafana could not be read after {{time}}, and a beat has been due since then, so its state is not known.',
      verbatim({ time: formatMoment(readAt, Date.now()) })
    ),
  notAdopted: () =>
    t('status.reason.not-adopted', 'The heartbeat was made by hand, with a rule that this plugin does not know.'),
  rulesHidden: () =>
    t('status.reason.rules-hidden', 'Its alert rule cannot be seen: it is gone, or you may not look into its folder.'),
  forbidden: ({ part, error }) =>
    t(
      'status.reason.forbidden',
      'You may not read the {{part}}: {{message}}',
      verbatim({ part: partText(part), message: error.message })
    ),
  notRead: ({ part, error }) =>
    t(
      'status.reason.not-read',
      'The {{part}} could not be read. {{title}}.',
      verbatim({ part: partText(part), title: describeGrafanaError(error).title })
    ),
  clocksDiffer: ({ ahead }) =>
    t(
      'status.reason.clocks-differ',
      'The last beat is stamped {{ahead}} in the future: the clocks of the replicas differ.',
      verbatim({ ahead: formatSeconds(ahead / 1000) })
    ),
};
