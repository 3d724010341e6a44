import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import type { HeartbeatRule } from '../../../connection/model';
import { formatDuration } from '../../../connection/timing/duration';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../../../connection/timing/presets';
import { FiguresTable } from '../../../ui/timing/FiguresTable';
import { timingFieldName } from '../../../ui/timing/timingFieldName';
import { TIMING_FIELDS } from '../../../ui/timing/timingForm';
import { TimingPanel } from '../../../ui/timing/TimingPanel';
import { useTimingEnvironment } from '../../../ui/timing/useTimingEnvironment';

interface Props {
  rule: HeartbeatRule;
  /** Heartbeat interval in seconds; undefined when nobody noted it. */
  interval: number | undefined;
  showsVerdict: boolean;
}

/** The figures that the rule's timing leads to, and its values. */
export default function TimingDetails({ rule, interval, showsVerdict }: Props) {
  const environment = useTimingEnvironment();
  return (
    <Stack direction="column" gap={2} alignItems="stretch">
      {interval === undefined && (
        <Text element="p" color="secondary">
          {t(
            'status.timing-section.unknown',
            "The heartbeat interval is not noted on the rule. Calculated with IRM's default of 10 minutes."
          )}
        </Text>
      )}
      <TimingPanel
        timing={rule}
        interval={interval ?? DEFAULT_HEARTBEAT_INTERVAL}
        environment={environment}
        showsVerdict={showsVerdict}
      />
      <FiguresTable
        label={t('status.timing-section.values', 'Values of the rule')}
        rows={TIMING_FIELDS.map((field) => ({
          id: field,
          label: timingFieldName(field),
          values: [formatDuration(rule[field])],
        }))}
      />
    </Stack>
  );
}
