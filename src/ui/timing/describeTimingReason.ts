import { t } from '@grafana/i18n';
import type { TimingReason } from '../../connection/timing/verdict';
import { verbatim } from '../verbatim';
import { formatSeconds } from '../formatSeconds';
import { timingFieldName } from './timingFieldName';

type Sentences = { [Code in TimingReason['code']]: (reason: Extract<TimingReason, { code: Code }>) => string };

/** One sentence for one reason of a timing's verdict. */
export function describeTimingReason(reason: TimingReason): string {
  const describe = SENTENCES[reason.code] as (reason: TimingReason) => string;
  return describe(reason);
}

const SENTENCES: Sentences = {
  notWholeSeconds: ({ field }) =>
    t(
      'ui.timing.reason.not-whole-seconds',
      '{{field}}: only whole seconds can be used.',
      verbatim({ field: timingFieldName(field) })
    ),
  evaluationIntervalNotMultiple: ({ evaluationInterval }) =>
    t(
      'ui.timing.reason.evaluation-interval',
      'Grafana evaluates rules every 10 s or a multiple of it. An evaluation interval of {{value}} is refused.',
      verbatim({ value: formatSeconds(evaluationInterval) })
    ),
  groupIntervalMissing: () => t('ui.timing.reason.group-interval-missing', 'The group interval must be 1 s or longer.'),
  repeatIntervalMissing: () =>
    t('ui.timing.reason.repeat-interval-missing', 'The repeat interval must be 1 s or longer.'),
  pendingNotBelowInterval: ({ pendingPeriod, interval }) =>
    t(
      'ui.timing.reason.pending',
      'The pending period of {{pending}} must be shorter than the heartbeat interval of {{interval}}.',
      verbatim({ pending: formatSeconds(pendingPeriod), interval: formatSeconds(interval) })
    ),
  gapNotBelowInterval: ({ gap, interval }) =>
    t(
      'ui.timing.reason.gap',
      'Up to {{gap}} pass between two beats, but IRM expects one every {{interval}}. Shorten the repeat interval or the group interval.',
      verbatim({ gap: formatSeconds(gap), interval: formatSeconds(interval) })
    ),
  fewBeats: ({ beats }) =>
    t(
      'ui.timing.reason.few-beats',
      'Beats in one heartbeat interval: {{beats}}. With 3 or more, one lost beat pages nobody.',
      verbatim({ beats })
    ),
  shortRestartBudget: ({ restartBudget }) =>
    t(
      'ui.timing.reason.restart-budget',
      'Grafana may be away for only {{budget}} before IRM alerts. Reckon with a minute for an ordinary restart.',
      verbatim({ budget: formatSeconds(restartBudget) })
    ),
  restartAlerts: ({ minInterval, enough }) =>
    enough === undefined
      ? t(
          'ui.timing.reason.restart-alerts-always',
          'Every restart of Grafana makes IRM alert: after it the first beat waits for an evaluation, and this Grafana evaluates rules at most every {{min}} (min_interval). Have an administrator lower it.',
          verbatim({ min: formatSeconds(minInterval) })
        )
      : t(
          'ui.timing.reason.restart-alerts',
          'Every restart of Grafana makes IRM alert: after it the first beat waits for an evaluation, and this Grafana evaluates rules at most every {{min}} (min_interval). Choose a heartbeat interval of {{enough}} or longer, or have an administrator lower min_interval.',
          verbatim({ min: formatSeconds(minInterval), enough: formatSeconds(enough) })
        ),
  evaluatedLessOften: ({ evaluationInterval, minInterval }) =>
    t(
      'ui.timing.reason.evaluated-less-often',
      'This Grafana evaluates rules at most every {{min}} (min_interval). It takes an evaluation interval of {{value}} and evaluates every {{min}} all the same.',
      verbatim({ min: formatSeconds(minInterval), value: formatSeconds(evaluationInterval) })
    ),
  beatsUseUpAllowance: ({ beatsPerFiveMinutes }) =>
    t(
      'ui.timing.reason.beats-allowance',
      'Beats alone take {{beats}} of the 300 messages that IRM accepts in 5 minutes. Alerts share these 300.',
      verbatim({ beats: beatsPerFiveMinutes })
    ),
  retriesUseUpAllowance: ({ retries, left }) =>
    t(
      'ui.timing.reason.retries-allowance',
      'While heartbeats fail, Grafana retries them {{retries}} times in 5 minutes. IRM accepts 300 messages in that time, so {{left}} are left for alerts.',
      verbatim({ retries, left })
    ),
  repeatBelowGroupInterval: ({ repeatInterval, groupInterval }) =>
    t(
      'ui.timing.reason.repeat-below-group',
      'The repeat interval of {{repeat}} is only looked at every group interval, so beats come every {{group}} at best.',
      verbatim({ repeat: formatSeconds(repeatInterval), group: formatSeconds(groupInterval) })
    ),
};
