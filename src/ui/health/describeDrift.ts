import { t } from '@grafana/i18n';
import type { Drift, DriftCode } from '../../connection/drift/drift';
import { describeObstacle } from '../describeObstacle';
import { describeTimingReason } from '../timing/describeTimingReason';
import { verbatim } from '../verbatim';

const OBJECTS: Readonly<Record<Drift['object'], () => string>> = {
  alertContactPoint: () => t('status.object.alert-contact-point', 'The contact point for alerts'),
  heartbeatContactPoint: () => t('status.object.heartbeat-contact-point', 'The contact point for beats'),
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
  accessMissing: (_, values) =>
    t(
      'status.drift.access-missing',
      '{{object}} lacks the authentication, headers or TLS settings that the contact point for alerts has.',
      values
    ),
  followsPolicies: () =>
    t(
      'status.drift.follows-policies',
      'The alert rule follows the notification policies instead of its contact point.'
    ),
  wrongContactPoint: () => t('status.drift.wrong-contact-point', 'The alert rule sends to another contact point.'),
  muteTiming: () => t('status.drift.mute-timing', 'A mute timing holds the beats back at times.'),
  activeTiming: ({ changes: [change] }) =>
    t(
      'status.drift.active-timing',
      'Beats leave only inside the time intervals {{names}}.',
      verbatim({ names: change?.before ?? '' })
    ),
  queryEdited: () => t('status.drift.query-edited', 'The query of the alert rule was edited.'),
  timingCannotHold: ({ timing }) => {
    const [reason] = timing ?? [];
    return reason
      ? describeTimingReason(reason)
      : t('status.drift.timing-cannot-hold', 'With this timing beats are too rare for the heartbeat interval.');
  },
  intervalMissing: () =>
    t('status.drift.interval-missing', 'Nobody noted on the alert rule which heartbeat interval IRM expects.'),
  intervalNotOffered: () =>
    t('status.drift.interval-not-offered', 'The heartbeat interval noted on the alert rule is none that IRM offers.'),
  blocked: ({ obstacle }, values) =>
    obstacle ? describeObstacle(obstacle) : t('status.drift.blocked', '{{object}} cannot be repaired.', values),
  resolvedIsSent: () =>
    t(
      'status.drift.resolved-is-sent',
      'The contact point for beats sends resolved messages, which IRM takes for beats.'
    ),
  halfSaved: () =>
    t('status.drift.half-saved', 'A change of the alert rule was broken off halfway. Repair finishes it.'),
  textsDiffer: () => t('status.drift.texts-differ', 'Labels or annotations of the alert rule were changed.'),
};
