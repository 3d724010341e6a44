import { t, Trans } from '@grafana/i18n';
import { Text } from '@grafana/ui';
import type { HeartbeatRule } from '../../connection/model';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../../connection/timing/presets';
import { formatDuration } from '../../connection/timing/duration';
import { FiguresTable } from '../../ui/timing/FiguresTable';
import { timingFieldName } from '../../ui/timing/timingFieldName';
import { TIMING_FIELDS } from '../../ui/timing/timingForm';
import { TimingPanel } from '../../ui/timing/TimingPanel';
import { useTimingEnvironment } from '../../ui/timing/useTimingEnvironment';
import { Section } from './parts/Section';

interface Props {
  rule: HeartbeatRule;
  /** Heartbeat interval in seconds; undefined when nobody noted it. */
  interval: number | undefined;
}

/** What the rule's timing leads to, and the values behind it. */
export function TimingSection({ rule, interval }: Props) {
  const environment = useTimingEnvironment();
  return (
    <Section title={t('status.timing-section.title', 'Timing')}>
      {interval === undefined && (
        <Text element="p" color="secondary">
          <Trans i18nKey="status.timing-section.unknown">
            The heartbeat interval is not noted on the rule, so this is reckoned with the 10 minutes that IRM begins
            with.
          </Trans>
        </Text>
      )}
      <TimingPanel timing={rule} interval={interval ?? DEFAULT_HEARTBEAT_INTERVAL} environment={environment} />
      <FiguresTable
        label={t('status.timing-section.values', 'Values of the rule')}
        rows={TIMING_FIELDS.map((field) => ({
          id: field,
          label: timingFieldName(field),
          values: [formatDuration(rule[field])],
        }))}
      />
    </Section>
  );
}
