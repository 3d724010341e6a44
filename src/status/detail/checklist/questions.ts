import { t } from '@grafana/i18n';
import type { ChecklistId } from '../../../connection/health/checklist/types';

/** Each item of the checklist as a question that "yes" answers well. */
export const question = (id: ChecklistId) => QUESTIONS[id]();

/** Why an item matters, for people who never thought of it. */
export const explanation = (id: ChecklistId) => EXPLANATIONS[id]();

const QUESTIONS: Readonly<Record<ChecklistId, () => string>> = {
  permission: () => t('status.check.permission', 'May you see everything that is checked here?'),
  alertmanager: () => t('status.check.alertmanager', "Do alerts go to Grafana's own Alertmanager?"),
  rulePresent: () => t('status.check.rule-present', 'Is the alert rule there?'),
  ruleRunning: () => t('status.check.rule-running', 'Is the rule running?'),
  ruleUnchanged: () => t('status.check.rule-unchanged', 'Is the rule as planned?'),
  ruleFires: () => t('status.check.rule-fires', 'Does the rule fire?'),
  queryWorks: () => t('status.check.query-works', 'Does its query work?'),
  ruleEvaluated: () => t('status.check.rule-evaluated', 'Is the rule being evaluated?'),
  routing: () => t('status.check.routing', 'Does the rule send to the right contact point?'),
  timing: () => t('status.check.timing', 'Do beats come often enough?'),
  silence: () => t('status.check.silence', 'Is nothing silencing the rule?'),
  muteTiming: () => t('status.check.mute-timing', 'Is there no mute timing on the rule?'),
  activeTiming: () => t('status.check.active-timing', 'May beats leave at any time?'),
  heartbeatContactPoint: () =>
    t('status.check.heartbeat-contact-point', 'Is the contact point for the heartbeat right?'),
  alertContactPoint: () => t('status.check.alert-contact-point', 'Is the contact point for alerts right?'),
  locked: () => t('status.check.locked', 'Can what is wrong be changed for good?'),
  alertsRouted: () => t('status.check.alerts-routed', 'Are alerts routed here?'),
  beatDelivery: () => t('status.check.beat-delivery', 'Was the last beat delivered?'),
  alertDelivery: () => t('status.check.alert-delivery', 'Was the last alert delivered?'),
  statusKnown: () => t('status.check.status-known', 'Does this Grafana remember a beat?'),
};

const EXPLANATIONS: Readonly<Record<ChecklistId, () => string>> = {
  permission: () =>
    t(
      'status.why.permission',
      'What you may not read cannot be checked. Ask an administrator for the permission named.'
    ),
  alertmanager: () =>
    t(
      'status.why.alertmanager',
      'With "only external", Grafana hands all alerts to other Alertmanagers, and its contact points stand idle. An administrator chooses that in the settings of Alerting.'
    ),
  rulePresent: () =>
    t(
      'status.why.rule-present',
      'An alert rule that always fires sends the beats. Without it none leave; repairing makes it anew.'
    ),
  ruleRunning: () =>
    t(
      'status.why.rule-running',
      'A paused rule is not evaluated, so no beats leave, and IRM alerts after the heartbeat interval.'
    ),
  ruleUnchanged: () =>
    t(
      'status.why.rule-unchanged',
      'Somebody may have edited the rule in Grafana. Below is what differs, as it is and as it would be.'
    ),
  ruleFires: () => t('status.why.rule-fires', 'Its condition is always true. Only a rule that fires sends beats.'),
  queryWorks: () =>
    t(
      'status.why.query-works',
      'A query that fails or finds nothing lets the rule stop firing. With a data source that is what it is for.'
    ),
  ruleEvaluated: () =>
    t(
      'status.why.rule-evaluated',
      "An evaluation that stalls lets the alert expire after a few evaluations. Grafana's log tells why."
    ),
  routing: () =>
    t(
      'status.why.routing',
      'The rule names its contact point itself, so that changes of the notification policies do not reach it.'
    ),
  timing: () =>
    t(
      'status.why.timing',
      'Group interval and repeat interval together make the time between two beats, which has to stay below the heartbeat interval. A repeat interval back at its default of 4 h is the usual cause.'
    ),
  silence: () =>
    t('status.why.silence', 'A silence or an inhibition holds notifications back, and the beats with them.'),
  muteTiming: () =>
    t('status.why.mute-timing', 'A mute timing holds the beats back at set times, and IRM alerts each time.'),
  activeTiming: () =>
    t(
      'status.why.active-timing',
      'With active time intervals beats leave only inside these, and IRM alerts whenever one ends.'
    ),
  heartbeatContactPoint: () =>
    t(
      'status.why.heartbeat-contact-point',
      'It sends the beats. Its URL has to be the endpoint followed by heartbeat/, and it must not send resolved messages, which IRM takes for beats.'
    ),
  alertContactPoint: () =>
    t(
      'status.why.alert-contact-point',
      'It sends the alerts themselves. A beat proves nothing about it when its URL is another one.'
    ),
  locked: () =>
    t(
      'status.why.locked',
      'Locked objects come from a file, Terraform or the API. Whatever wrote them may write the old state back, so change it there as well.'
    ),
  alertsRouted: () =>
    t(
      'status.why.alerts-routed',
      'A heartbeat proves that alerts can get out, not that any are sent here. A notification policy or an alert rule has to choose the contact point.'
    ),
  beatDelivery: () => t('status.why.beat-delivery', 'Grafana keeps how the last attempt of each contact point went.'),
  alertDelivery: () =>
    t(
      'status.why.alert-delivery',
      'Beats and alerts take the same way, yet their addresses differ. The last alert may be long ago.'
    ),
  statusKnown: () =>
    t(
      'status.why.status-known',
      'Each replica of Grafana keeps its deliveries in memory only. It forgets them when it restarts and when the alerting configuration changes; the next beat fills the gap.'
    ),
};
