import { t } from '@grafana/i18n';
import type { HeartbeatTiming } from '../connection/model';
import { calculateTiming } from '../connection/timing/calculateTiming';
import { REMEMBERED, type TimingEnvironment } from '../connection/timing/gap';
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
      label={t('cadence.figures.label', 'When notifications are sent')}
      rows={[
        {
          id: 'first',
          label: t('cadence.figures.first', 'First notification after the condition is met'),
          explanation: t(
            'cadence.figures.first-why',
            'The next evaluation, then the pending period and the group wait.'
          ),
          values: [formatBounds(report.firstBeat)],
        },
        {
          id: 'repeat',
          label: t('cadence.figures.repeat', 'Time between repeated notifications'),
          explanation:
            timing.repeatInterval > REMEMBERED
              ? t(
                  'cadence.figures.repeat-forgotten',
                  'Sooner than the repeat interval says: Grafana forgets after 5 days what it sent and sends it again, unless notification_log_retention is set to something else.'
                )
              : t(
                  'cadence.figures.repeat-why',
                  'The repeat interval is only checked every group interval. When alerts join or leave the group, a notification is sent at the next check.'
                ),
          values: [formatBounds(report.gap)],
        },
        {
          id: 'retries',
          label: t('cadence.figures.retries', 'Retries in 5 min on failure'),
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
