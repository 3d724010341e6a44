import { t } from '@grafana/i18n';
import type { Cadence } from '../connection/coverage/cadencesOf';
import { formatSeconds } from '../ui/formatSeconds';
import { describeSource } from './describeRoute';

/** The settings that make a cadence, and where each comes from. */
export function settingRows(cadence: Cadence) {
  const { timing, sources } = cadence;
  const ofGroup = t('cadence.source.group', 'Set in the rule group');
  const ofRule = t('cadence.source.rule', 'Set in the alert rule');
  return [
    {
      id: 'evaluationInterval',
      label: t('cadence.setting.evaluation-interval', 'Evaluation interval'),
      explanation: ofGroup,
      values: [formatSeconds(timing.evaluationInterval)],
    },
    {
      id: 'pendingPeriod',
      label: t('cadence.setting.pending-period', 'Pending period'),
      explanation: ofRule,
      values: [formatSeconds(timing.pendingPeriod)],
    },
    {
      id: 'groupWait',
      label: t('cadence.setting.group-wait', 'Group wait'),
      explanation: describeSource(sources.groupWait, cadence),
      values: [formatSeconds(timing.groupWait)],
    },
    {
      id: 'groupInterval',
      label: t('cadence.setting.group-interval', 'Group interval'),
      explanation: describeSource(sources.groupInterval, cadence),
      values: [formatSeconds(timing.groupInterval)],
    },
    {
      id: 'repeatInterval',
      label: t('cadence.setting.repeat-interval', 'Repeat interval'),
      explanation: describeSource(sources.repeatInterval, cadence),
      values: [formatSeconds(timing.repeatInterval)],
    },
  ];
}
