import { t } from '@grafana/i18n';
import type { Drift, DriftCode } from '../../connection/drift/drift';
import { describeObstacle } from '../describeObstacle';
import { describeTimingReason } from '../timing/describeTimingReason';
import { verbatim } from '../verbatim';

const OBJECTS: Readonly<Record<Drift['object'], () => string>> = {
  alertContactPoint: () => t('status.object.alert-contact-point', 'The alert contact point'),
  heartbeatContactPoint: () => t('status.object.heartbeat-contact-point', 'The heartbeat contact point'),
  rule: () => t('status.object.rule', 'The alert rule'),
};

/** In which way an object differs from the plan, in a sentence. */
export function describeDrift(drift: Drift): string {
  return DRIFTS[drift.code](drift, verbatim({ object: OBJECTS[drift.object]() }));
}

type Values = ReturnType<typeof verbatim<{ object: string }>>;

const DRIFTS: Readonly<Record<DriftCode, (drift: Drift, values: Values) => string>> = {
  missing: (_, values) => t('status.drift.missing', '{{object}} is missing.', values),
  urlChanged: (_, values) => t('status.drift.url-changed', '{{object}} has another URL.', values),
  methodChanged: (_, values) => t('status.drift.method-changed', '{{object}} does not send with POST.', values),
  headersRefused: (_, values) =>
    t('status.drift.headers-refused', '{{object}} sends a header that IRM refuses, Content-Type or Accept.', values),
  accessMissing: (_, values) =>
    t(
      'status.drift.access-missing',
      '{{object}} lacks the authentication, headers or TLS settings of the alert contact point.',
      values
    ),
  followsPolicies: () =>
    t(
      'status.drift.follows-policies',
      'The alert rule follows the notification policies instead of sending to its contact point.'
    ),
  wrongContactPoint: () => t('status.drift.wrong-contact-point', 'The alert rule sends to another contact point.'),
  muteTiming: () => t('status.drift.mute-timing', 'A mute timing suppresses the heartbeat at times.'),
  activeTiming: ({ changes: [change] }) =>
    t(
      'status.drift.active-timing',
      'Heartbeats are sent only during the time intervals {{names}}.',
      verbatim({ names: change?.before ?? '' })
    ),
  queryEdited: () => t('status.drift.query-edited', 'The query of the alert rule was edited.'),
  timingCannotHold: ({ timing }) => {
    const [reason] = timing ?? [];
    return reason
      ? describeTimingReason(reason)
      : t('status.drift.timing-cannot-hold', 'With this timing, heartbeats are too rare for the heartbeat interval.');
  },
  intervalMissing: () =>
    t('status.drift.interval-missing', 'The alert rule does not say which heartbeat interval IRM expects.'),
  intervalNotOffered: () =>
    t('status.drift.interval-not-offered', 'IRM does not offer the heartbeat interval set on the alert rule.'),
  blocked: ({ obstacle }, values) =>
    obstacle ? describeObstacle(obstacle) : t('status.drift.blocked', '{{object}} cannot be repaired.', values),
  resolvedIsSent: () =>
    t(
      'status.drift.resolved-is-sent',
      'The heartbeat contact point sends resolved messages, which IRM counts as heartbeats.'
    ),
  halfSaved: () => t('status.drift.half-saved', 'A change of the alert rule was interrupted. Repair finishes it.'),
  textsDiffer: () => t('status.drift.texts-differ', 'Labels or annotations of the alert rule were changed.'),
  originMissing: () =>
    t(
      'status.drift.origin-missing',
      'The alert rule can be edited, paused and deleted in Grafana Alerting, because it is not marked as part of this plugin.'
    ),
};
