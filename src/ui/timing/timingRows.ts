import { t } from '@grafana/i18n';
import type { TimingReport } from '../../connection/timing/calculateTiming';
import { verbatim } from '../verbatim';
import { formatBounds, formatSeconds } from '../formatSeconds';

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
      label: t('ui.timing.row.gap', 'Time between two beats'),
      explanation: t(
        'ui.timing.row.gap-why',
        'Grafana looks every group interval and sends again when the repeat interval is over by then. Slow answers add to it.'
      ),
      value: formatBounds(gap),
    },
    {
      id: 'beats',
      label: t('ui.timing.row.beats', 'Beats per heartbeat interval'),
      explanation: t(
        'ui.timing.row.beats-why',
        'So many at least, in any {{interval}}. From 3 on, one lost beat does no harm.',
        verbatim({ interval })
      ),
      value: String(beatsPerInterval),
    },
    {
      id: 'firstBeat',
      label: t('ui.timing.row.first-beat', 'First beat after saving'),
      explanation: t(
        'ui.timing.row.first-beat-why',
        'The first evaluation, then pending period, group wait and delivery.'
      ),
      value: formatBounds(firstBeat),
    },
    {
      id: 'restart',
      label: t('ui.timing.row.restart', 'Grafana may be away for'),
      explanation: t(
        'ui.timing.row.restart-why',
        'A restart may take so long at the worst moment, just before a beat, without an alert from IRM.'
      ),
      value: formatSeconds(restartBudget),
    },
    {
      id: 'detection',
      label: t('ui.timing.row.detection', 'IRM alerts after the last beat'),
      explanation: t(
        'ui.timing.row.detection-why',
        'Once the heartbeat interval is over, IRM notices at the next even minute.'
      ),
      value: formatBounds(detection),
    },
    {
      id: 'stalled',
      label: t('ui.timing.row.stalled', 'IRM alerts after rules stop being evaluated'),
      explanation: t(
        'ui.timing.row.stalled-why',
        'The last result keeps beating for {{time}} when evaluations stop and notifications do not.',
        verbatim({ time: formatSeconds(stalledEvaluator.keepsBeating) })
      ),
      value: formatBounds(stalledEvaluator.alertAfter),
    },
    {
      id: 'retries',
      label: t('ui.timing.row.retries', 'Tries in 5 minutes while beats fail'),
      explanation: t('ui.timing.row.retries-why', 'A failed beat is sent again every group interval.'),
      value: String(retries.perFiveMinutes),
    },
    {
      id: 'allowance',
      label: t('ui.timing.row.allowance', 'Left of IRM’s 300 for alerts meanwhile'),
      explanation: t(
        'ui.timing.row.allowance-why',
        'IRM accepts 300 messages per integration in 5 minutes, beats and alerts together.'
      ),
      value: String(retries.leftOfAllowance),
    },
  ];
}
