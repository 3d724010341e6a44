import { t } from '@grafana/i18n';
import type { TimingReason } from '../../connection/timing/verdict';
import { verbatim } from '../verbatim';
import { formatAtMost, formatSeconds } from '../formatSeconds';
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
      '{{field}}: use whole seconds.',
      verbatim({ field: timingFieldName(field) })
    ),
  evaluationIntervalNotMultiple: ({ evaluationInterval }) =>
    t(
      'ui.timing.reason.evaluation-interval',
      'Grafana evaluates rules every 10 s or a multiple of it, and rejects an evaluation interval of {{value}}.',
      verbatim({ value: formatSeconds(evaluationInterval) })
    ),
  groupIntervalMissing: () => t('ui.timing.reason.group-interval-missing', 'The group interval must be at least 1 s.'),
  repeatIntervalMissing: () =>
    t('ui.timing.reason.repeat-interval-missing', 'The repeat interval must be at least 1 s.'),
  pendingNotBelowInterval: ({ pendingPeriod, interval }) =>
    t(
      'ui.timing.reason.pending',
      'The pending period ({{pending}}) must be shorter than the heartbeat interval ({{interval}}).',
      verbatim({ pending: formatSeconds(pendingPeriod), interval: formatSeconds(interval) })
    ),
  gapNotBelowInterval: ({ gap, interval }) =>
    t(
      'ui.timing.reason.gap',
      'Up to {{gap}} pass between heartbeats, but IRM expects one every {{interval}}. Shorten the repeat interval or the group interval.',
      verbatim({ gap: formatSeconds(gap), interval: formatSeconds(interval) })
    ),
  fewBeats: ({ beats }) =>
    t(
      'ui.timing.reason.few-beats',
      'Heartbeats per interval: {{beats}}. With 3 or more, one lost heartbeat pages nobody.',
      verbatim({ beats })
    ),
  shortRestartBudget: ({ restartBudget }) =>
    t(
      'ui.timing.reason.restart-budget',
      'Tolerates restarts up to {{budget}}. An ordinary restart takes about a minute.',
      verbatim({ budget: formatAtMost(restartBudget) })
    ),
  restartAlerts: ({ minInterval, enough }) =>
    enough === undefined
      ? t(
          'ui.timing.reason.restart-alerts-always',
          'Every restart of Grafana pages you: the first heartbeat waits for an evaluation, and this Grafana evaluates rules at most every {{min}} (min_interval). Ask an administrator to lower it.',
          verbatim({ min: formatSeconds(minInterval) })
        )
      : t(
          'ui.timing.reason.restart-alerts',
          'Every restart of Grafana pages you: the first heartbeat waits for an evaluation, and this Grafana evaluates rules at most every {{min}} (min_interval). Select a heartbeat interval of {{enough}} or longer, or ask an administrator to lower min_interval.',
          verbatim({ min: formatSeconds(minInterval), enough: formatSeconds(enough) })
        ),
  evaluatedLessOften: ({ evaluationInterval, minInterval }) =>
    t(
      'ui.timing.reason.evaluated-less-often',
      'This Grafana evaluates rules at most every {{min}} (min_interval), even with an evaluation interval of {{value}}.',
      verbatim({ min: formatSeconds(minInterval), value: formatSeconds(evaluationInterval) })
    ),
  beatsUseUpAllowance: ({ beatsPerFiveMinutes }) =>
    t(
      'ui.timing.reason.beats-allowance',
      'Heartbeats alone use {{beats}} of the 300 messages that IRM accepts in 5 minutes. Alerts share these 300.',
      verbatim({ beats: beatsPerFiveMinutes })
    ),
  retriesUseUpAllowance: ({ retries, left }) =>
    t(
      'ui.timing.reason.retries-allowance',
      'While heartbeats fail, Grafana retries {{count}} times in 5 minutes. IRM accepts 300 messages in that time, so {{left}} are left for alerts.',
      {
        count: retries,
        left,
        defaultValue_one:
          'While heartbeats fail, Grafana retries once in 5 minutes. IRM accepts 300 messages in that time, so {{left}} are left for alerts.',
      }
    ),
  repeatBelowGroupInterval: ({ repeatInterval, groupInterval }) =>
    t(
      'ui.timing.reason.repeat-below-group',
      'The repeat interval ({{repeat}}) is only checked every group interval, so heartbeats come every {{group}} at best.',
      verbatim({ repeat: formatSeconds(repeatInterval), group: formatSeconds(groupInterval) })
    ),
};
