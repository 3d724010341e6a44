import { t } from '@grafana/i18n';
import type { HeartbeatTiming } from '../connection/model';
import { calculateTiming } from '../connection/timing/calculateTiming';
import type { TimingEnvironment } from '../connection/timing/gap';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../connection/timing/presets';
import { FiguresTable } from '../ui/timing/FiguresTable';
import { formatBounds } from '../ui/formatSeconds';
import { TimingReasons } from '../ui/timing/TimingReasons';

interface Props {
  timing: HeartbeatTiming;
  environment: TimingEnvironment;
}

/** When a rule that is no heartbeat notifies. */
export function CadenceFigures({ timing, environment }: Props) {
  // None of the figures below depends on a heartbeat interval.
  const report = calculateTiming(timing, DEFAULT_HEARTBEAT_INTERVAL, environment);
  if (!report.calculable) {
    return <TimingReasons reasons={report.verdict.reasons} />;
  }
  return (
    <FiguresTable
      label={t('cadence.figures.label', 'When notifications leave')}
      rows={[
        {
          id: 'first',
          label: t('cadence.figures.first', 'From the condition to the first notification'),
          explanation: t(
            'cadence.figures.first-why',
            'The condition may begin just before an evaluation or just after one; then come pending period and group wait.'
          ),
          values: [formatBounds(report.firstBeat)],
        },
        {
          id: 'repeat',
          label: t('cadence.figures.repeat', 'Between two notifications while nothing changes'),
          explanation: t(
            'cadence.figures.repeat-why',
            'The repeat interval is only looked at every group interval. When alerts join or leave the group, a notification leaves at the next one.'
          ),
          values: [formatBounds(report.gap)],
        },
        {
          id: 'retries',
          label: t('cadence.figures.retries', 'Tries in 5 minutes while the target fails'),
          explanation: t(
            'cadence.figures.retries-why',
            'One every group interval. IRM accepts 300 messages in this time.'
          ),
          values: [String(report.retries.perFiveMinutes)],
        },
      ]}
    />
  );
}
