import { t } from '@grafana/i18n';
import type { TimingReport } from '../../connection/timing/calculateTiming';
import { verbatim } from '../verbatim';
import { formatAtMost, formatBounds, formatSeconds } from '../formatSeconds';

type Figures = Extract<TimingReport, { calculable: true }>;

export interface TimingRow {
  id: string;
  label: string;
  explanation: string;
  value: string;
}

/** What a timing leads to, row by row, for people. */
export function timingRows(figures: Figures): TimingRow[] {
  const { gap, firstBeat, beatsPerInterval, restartBudget, stalledEvaluator, detection, retries } = figures;
  const interval = formatSeconds(figures.interval);
  return [
    {
      id: 'gap',
      label: t('ui.timing.row.gap', 'Time between heartbeats'),
      explanation: t(
        'ui.timing.row.gap-why',
        'Grafana checks every group interval and sends again once the repeat interval has passed. Slow answers add to it.'
      ),
      value: formatBounds(gap),
    },
    {
      id: 'beats',
      label: t('ui.timing.row.beats', 'Heartbeats per interval'),
      explanation: t(
        'ui.timing.row.beats-why',
        'At least, in any {{interval}}. With 3 or more, one lost heartbeat does no harm.',
        verbatim({ interval })
      ),
      value: String(beatsPerInterval),
    },
    {
      id: 'firstBeat',
      label: t('ui.timing.row.first-beat', 'First heartbeat after saving'),
      explanation: t('ui.timing.row.first-beat-why', 'First evaluation, then pending period, group wait and delivery.'),
      value: formatBounds(firstBeat),
    },
    {
      id: 'restart',
      label: t('ui.timing.row.restart', 'Tolerates restarts up to'),
      explanation: t(
        'ui.timing.row.restart-why',
        'Longest outage without an alert from IRM if it starts just before a heartbeat.'
      ),
      value: formatAtMost(restartBudget),
    },
    {
      id: 'detection',
      label: t('ui.timing.row.detection', 'You are paged after the last heartbeat'),
      explanation: t(
        'ui.timing.row.detection-why',
        'When the heartbeat interval is over, IRM notices at the next full minute.'
      ),
      value: formatBounds(detection),
    },
    {
      id: 'stalled',
      label: t('ui.timing.row.stalled', 'You are paged after rule evaluation stops'),
      explanation: t(
        'ui.timing.row.stalled-why',
        'The last result keeps sending heartbeats for {{time}} if evaluation stops but notifications do not.',
        verbatim({ time: formatSeconds(stalledEvaluator.keepsBeating) })
      ),
      value: formatBounds(stalledEvaluator.alertAfter),
    },
    {
      id: 'retries',
      label: t('ui.timing.row.retries', 'Retries in 5 min on failure'),
      explanation: t('ui.timing.row.retries-why', 'A failed heartbeat is sent again every group interval.'),
      value: String(retries.perFiveMinutes),
    },
    {
      id: 'allowance',
      label: t('ui.timing.row.allowance', 'Left of IRM’s 300 for alerts meanwhile'),
      explanation: t(
        'ui.timing.row.allowance-why',
        'IRM accepts 300 messages per integration in 5 minutes, heartbeats and alerts together.'
      ),
      value: String(retries.leftOfAllowance),
    },
  ];
}
