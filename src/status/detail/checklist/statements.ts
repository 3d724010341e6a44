import { t } from '@grafana/i18n';
import type { ChecklistId, ChecklistItem } from '../../../connection/health/checklist/types';
import { deliveryFailureTitle } from '../../../ui/deliveryFailureTitle';
import { formatInterval } from '../../../ui/formatInterval';
import { formatMoment } from '../../../ui/formatMoment';
import { formatSeconds } from '../../../ui/formatSeconds';
import { verbatim } from '../../../ui/verbatim';
import { describeRouting } from '../parts/describeRouting';

type Item<Id extends ChecklistId> = Extract<ChecklistItem, { id: Id }>;
type At = (time: number) => string;
type Statements = { [Id in ChecklistId]: (item: Item<Id>, at: At) => string };

/** What was found, in a sentence without a full stop. `now` is the server's time, epoch milliseconds. */
export function statement(item: ChecklistItem, now: number): string {
  // TypeScript does not see that the function under an id takes the item of that id.
  const find = STATEMENTS[item.id] as (item: ChecklistItem, at: At) => string;
  return find(item, (time) => formatMoment(time, now));
}

const STATEMENTS: Statements = {
  permission: ({ data: { refused } }) =>
    refused.length === 0
      ? t('status.check.permission.ok', 'Everything can be read')
      : t('status.check.permission.problem', '{{count}} parts cannot be read', {
          count: refused.length,
          defaultValue_one: 'One part cannot be read',
        }),
  alertmanager: ({ data: { choice, externalCount = 0 } }) => {
    switch (choice) {
      case undefined:
        return t('status.check.alertmanager.unknown', 'Alertmanager setting not known');
      case 'external':
        return t('status.check.alertmanager.external', 'Alerts go to external Alertmanagers only ({{count}})', {
          count: externalCount,
        });
      case 'all':
        return t('status.check.alertmanager.all', "Alerts go to Grafana's Alertmanager and to external ones");
      default:
        return t('status.check.alertmanager.ok', "Alerts go to Grafana's Alertmanager");
    }
  },
  rulePresent: ({ state, data: { title = '', folder } }) =>
    state === 'ok'
      ? t('status.check.rule.ok', 'Alert rule exists: {{title}}', verbatim({ title }))
      : state === 'problem'
        ? t('status.check.rule.missing', 'Alert rule is missing')
        : folder === 'hidden'
          ? t('status.check.rule.hidden', 'Alert rule cannot be seen: its folder is missing or hidden from you')
          : t('status.check.rule.unknown', 'Alert rule not known'),
  ruleRunning: ({ data: { isPaused } }) =>
    isPaused === undefined
      ? t('status.check.running.unknown', 'Not known whether the rule is running')
      : isPaused
        ? t('status.check.running.paused', 'Rule is paused')
        : t('status.check.running.ok', 'Rule is running'),
  ruleUnchanged: ({ state, data: { drifts } }) =>
    state === 'unknown'
      ? t('status.check.unchanged.unknown', 'Not known whether the rule was edited')
      : drifts.length === 0
        ? t('status.check.unchanged.ok', 'Rule is as planned')
        : drifts.every(({ code }) => code === 'originMissing')
          ? t('status.check.unchanged.open', 'Rule can be edited in Grafana Alerting')
          : t('status.check.unchanged.edited', 'Rule was edited: {{count}} differences', {
              count: drifts.length,
              defaultValue_one: 'Rule was edited',
            }),
  ruleFires: ({ state, data: { firingSince } }, at) =>
    state === 'unknown'
      ? t('status.check.fires.unknown', 'Not known whether the rule is firing')
      : state === 'problem'
        ? t('status.check.fires.no', 'Rule is not firing')
        : firingSince === undefined
          ? t('status.check.fires.ok', 'Rule is firing')
          : t('status.check.fires.since', 'Rule has been firing since {{time}}', verbatim({ time: at(firingSince) })),
  queryWorks: ({ state, data: { health } }) =>
    state === 'ok'
      ? t('status.check.query.ok', 'Query works')
      : state === 'unknown'
        ? t('status.check.query.unknown', 'Not known whether the query works')
        : health === 'nodata'
          ? t('status.check.query.no-data', 'Query returns no data')
          : health === 'silent'
            ? t('status.check.query.silent', 'Data source does not answer')
            : t('status.check.query.fails', 'Query fails'),
  ruleEvaluated: ({ state, data: { lastEvaluation } }, at) =>
    lastEvaluation === undefined
      ? t('status.check.evaluated.unknown', 'Last evaluation not known')
      : state === 'problem'
        ? t('status.check.evaluated.stalled', 'Evaluation has stalled, last at {{time}}', {
            ...verbatim({ time: at(lastEvaluation) }),
          })
        : t('status.check.evaluated.ok', 'Rule was evaluated at {{time}}', verbatim({ time: at(lastEvaluation) })),
  routing: ({ state, data: { receiver = '', wanted = '' } }) =>
    state === 'ok'
      ? t('status.check.routing.ok', 'Rule sends to {{receiver}}', verbatim({ receiver }))
      : state === 'unknown'
        ? t('status.check.routing.unknown', "Not known where the rule's notifications go")
        : receiver === ''
          ? t('status.check.routing.policies', 'Rule follows the notification policies')
          : t('status.check.routing.wrong', 'Rule sends to {{receiver}} instead of {{wanted}}', {
              ...verbatim({ receiver, wanted }),
            }),
  timing: ({ state, data: { interval, gap } }) =>
    interval === undefined || gap === undefined
      ? state === 'problem'
        ? t('status.check.timing.broken', 'Timing cannot hold')
        : t('status.check.timing.unknown', 'Timing cannot be checked')
      : t('status.check.timing.ok', 'A heartbeat every {{gap}}, and IRM waits {{interval}}', {
          ...verbatim({ gap: formatSeconds(gap), interval: formatInterval(interval) }),
        }),
  silence: ({ state, data: { silences, isInhibited } }) =>
    state === 'ok'
      ? t('status.check.silence.ok', 'No active silence')
      : state === 'problem' && silences.length > 0
        ? t('status.check.silence.silenced', '{{count}} silences suppress the heartbeat', {
            count: silences.length,
            defaultValue_one: 'A silence suppresses the heartbeat',
          })
        : isInhibited
          ? t('status.check.silence.inhibited', 'Another alert inhibits the heartbeat')
          : t('status.check.silence.unknown', 'Silences not known'),
  muteTiming: ({ state, data: { names } }) =>
    state === 'unknown'
      ? t('status.check.mute.unknown', 'Mute timings not known')
      : names.length === 0
        ? t('status.check.mute.ok', 'No mute timing')
        : t('status.check.mute.problem', 'Mute timing: {{names}}', verbatim({ names: names.join(', ') })),
  activeTiming: ({ state, data: { names } }) =>
    state === 'unknown'
      ? t('status.check.active.unknown', 'Active time intervals not known')
      : names.length === 0
        ? t('status.check.active.ok', 'Active at all times')
        : t('status.check.active.problem', 'Active only during {{names}}', verbatim({ names: names.join(', ') })),
  heartbeatContactPoint: (item) =>
    contactPoint(item, {
      ok: (name) =>
        t('status.check.heartbeat-point.ok', 'Contact point for the heartbeat: {{name}}', verbatim({ name })),
      unknown: () => t('status.check.heartbeat-point.unknown', 'Contact point for the heartbeat not known'),
      missing: () => t('status.check.heartbeat-point.missing', 'Contact point for the heartbeat is missing'),
      changed: () => t('status.check.heartbeat-point.changed', 'Contact point for the heartbeat was changed'),
    }),
  alertContactPoint: (item) =>
    contactPoint(item, {
      ok: (name) => t('status.check.alert-point.ok', 'Contact point for alerts: {{name}}', verbatim({ name })),
      unknown: () => t('status.check.alert-point.unknown', 'Contact point for alerts not known'),
      missing: () => t('status.check.alert-point.missing', 'Contact point for alerts is missing'),
      changed: () => t('status.check.alert-point.changed', 'Contact point for alerts was changed'),
    }),
  locked: ({ state, data: { names } }) =>
    state === 'unknown'
      ? t('status.check.locked.unknown', 'Not known whether the rule is provisioned')
      : names.length === 0
        ? t('status.check.locked.ok', 'Not provisioned: can be repaired here')
        : t('status.check.locked.problem', 'Provisioned: {{names}}', verbatim({ names: names.join(', ') })),
  alertsRouted: ({ data: { routing, silentDefault } }) =>
    silentDefault === undefined
      ? describeRouting(routing)
      : t(
          'status.check.routed.silent-default',
          '{{routing}}. The default policy sends to "{{name}}", which has no integration',
          verbatim({ routing: describeRouting(routing), name: silentDefault })
        ),
  beatDelivery: ({ state, data: { lastAttempt, cause = 'other' } }, at) =>
    lastAttempt === undefined
      ? t('status.check.beat.none', 'No heartbeat sent since Grafana started')
      : state === 'ok'
        ? t('status.check.beat.ok', 'Last heartbeat delivered at {{time}}', verbatim({ time: at(lastAttempt) }))
        : t('status.check.beat.failed', 'Last heartbeat failed at {{time}}: {{cause}}', {
            ...verbatim({ time: at(lastAttempt), cause: deliveryFailureTitle(cause, 'beat') }),
          }),
  alertDelivery: ({ state, data: { lastAttempt, cause = 'other' } }, at) =>
    lastAttempt === undefined
      ? t('status.check.alert.none', 'No alert sent since Grafana started')
      : state === 'ok'
        ? t('status.check.alert.ok', 'Last alert delivered at {{time}}', verbatim({ time: at(lastAttempt) }))
        : t('status.check.alert.failed', 'Last alert failed at {{time}}: {{cause}}', {
            ...verbatim({ time: at(lastAttempt), cause: deliveryFailureTitle(cause, 'alert') }),
          }),
  statusKnown: ({ data: { lastBeat, unseenSince, isUnread } }, at) =>
    isUnread
      ? t('status.check.known.unread', 'Delivery status could not be read')
      : lastBeat !== undefined
        ? t('status.check.known.ok', 'Delivery status available, last heartbeat at {{time}}', {
            ...verbatim({ time: at(lastBeat) }),
          })
        : unseenSince !== undefined
          ? t('status.check.known.since', 'No delivery status since {{time}}', verbatim({ time: at(unseenSince) }))
          : t('status.check.known.none', 'No delivery status'),
};

interface ContactPointTexts {
  ok(name: string): string;
  unknown(): string;
  missing(): string;
  changed(): string;
}

function contactPoint(
  { state, data: { name = '', drifts } }: Item<'heartbeatContactPoint' | 'alertContactPoint'>,
  texts: ContactPointTexts
): string {
  if (state !== 'problem') {
    return state === 'ok' ? texts.ok(name) : texts.unknown();
  }
  return drifts.some(({ code }) => code === 'missing') ? texts.missing() : texts.changed();
}
