import { t } from '@grafana/i18n';
import type { ChecklistId } from '../../../connection/health/checklist/types';

/** Why an item matters, for people who never thought of it. */
export const explanation = (id: ChecklistId) => EXPLANATIONS[id]();

const EXPLANATIONS: Readonly<Record<ChecklistId, () => string>> = {
  permission: () => t('status.why.permission', 'What cannot be read cannot be checked.'),
  alertmanager: () =>
    t(
      'status.why.alertmanager',
      'With external Alertmanagers only, Grafana does not use its own contact points. An administrator can change that in the Alerting settings.'
    ),
  rulePresent: () =>
    t('status.why.rule-present', 'An alert rule that always fires sends the heartbeats. Repairing creates it again.'),
  ruleRunning: () =>
    t(
      'status.why.rule-running',
      'A paused rule is not evaluated and sends nothing, so IRM pages after the heartbeat interval.'
    ),
  ruleUnchanged: () =>
    t(
      'status.why.rule-unchanged',
      'Somebody may have edited the rule in Grafana. Below is what differs: as it is, and as a repair would make it.'
    ),
  ruleFires: () => t('status.why.rule-fires', 'The condition is always true. Only a firing rule sends heartbeats.'),
  queryWorks: () =>
    t(
      'status.why.query-works',
      'When the query fails or returns no data, the rule stops firing. With a data source that is its purpose.'
    ),
  ruleEvaluated: () =>
    t(
      'status.why.rule-evaluated',
      "When evaluation stalls, the alert expires after a few minutes. Check Grafana's log for the cause."
    ),
  routing: () =>
    t(
      'status.why.routing',
      'The rule selects its contact point directly, so changes to notification policies do not affect it.'
    ),
  timing: () =>
    t(
      'status.why.timing',
      'Group interval and repeat interval make the time between two heartbeats, which must be shorter than the heartbeat interval. A repeat interval back at its default of 4 h is the usual cause.'
    ),
  silence: () => t('status.why.silence', 'Silences and inhibitions suppress notifications, heartbeats included.'),
  muteTiming: () =>
    t('status.why.mute-timing', 'A mute timing suppresses heartbeats at set times, and IRM pages each time.'),
  activeTiming: () =>
    t(
      'status.why.active-timing',
      'With active time intervals, heartbeats are sent only within them, and IRM pages whenever one ends.'
    ),
  heartbeatContactPoint: () =>
    t(
      'status.why.heartbeat-contact-point',
      'It sends the heartbeats. Its URL must be the endpoint followed by heartbeat/, and it must not send resolved messages, which IRM counts as heartbeats.'
    ),
  alertContactPoint: () =>
    t(
      'status.why.alert-contact-point',
      'It sends the alerts themselves. Heartbeats prove nothing about it if its URL is a different one.'
    ),
  locked: () =>
    t(
      'status.why.locked',
      'Provisioned objects come from a file, Terraform or the API, which may overwrite a repair. Change the source as well.'
    ),
  alertsRouted: () =>
    t(
      'status.why.alerts-routed',
      'A heartbeat proves that alerts can get out, not that any are sent here. A notification policy or an alert rule has to choose the contact point.'
    ),
  beatDelivery: () =>
    t('status.why.beat-delivery', 'Grafana keeps the result of the last attempt of each contact point.'),
  alertDelivery: () =>
    t(
      'status.why.alert-delivery',
      'Heartbeats and alerts take the same way to different URLs. The last alert may have been long ago.'
    ),
  statusKnown: () =>
    t(
      'status.why.status-known',
      'Grafana keeps delivery status in memory only. It is lost on restart and when the alerting configuration changes, until the next heartbeat.'
    ),
};
