import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { useMemo } from 'react';
import type { HeartbeatTiming } from '../../connection/model';
import { calculateTiming } from '../../connection/timing/calculateTiming';
import type { TimingEnvironment } from '../../connection/timing/gap';
import { verbatim } from '../verbatim';
import { FiguresTable } from './FiguresTable';
import { timingRows } from './timingRows';
import { TimingVerdictNote } from './TimingVerdictNote';

interface Props {
  /** Undefined while a value is missing or not readable. */
  timing: HeartbeatTiming | undefined;
  /** Heartbeat interval in IRM, in seconds. */
  interval: number;
  /** Another timing whose figures stand beside, for example the one in use. */
  compareWith?: { label: string; timing: HeartbeatTiming };
  environment?: TimingEnvironment;
  /** Whether the verdict stands above the figures; left out where it stands elsewhere already. */
  showsVerdict?: boolean;
}

/** What a heartbeat's timing leads to: a verdict with its reasons, and the figures behind it. */
export function TimingPanel({ timing, interval, compareWith, environment, showsVerdict = true }: Props) {
  const report = useMemo(
    () => timing && calculateTiming(timing, interval, environment),
    [timing, interval, environment]
  );
  const other = useMemo(
    () => compareWith && calculateTiming(compareWith.timing, interval, environment),
    [compareWith, interval, environment]
  );
  const { replicas = 1 } = environment ?? {};
  if (!report) {
    return (
      <Text element="p" color="secondary">
        {t('ui.timing.incomplete', 'Fill in all values to see the result.')}
      </Text>
    );
  }
  const isCompared = compareWith && other?.calculable;
  const otherRows = isCompared ? timingRows(other) : [];
  return (
    <Stack direction="column" gap={2}>
      {showsVerdict && <TimingVerdictNote verdict={report.verdict} />}
      {replicas > 1 && report.calculable && (
        <Text element="p" variant="bodySmall" color="secondary">
          {t(
            'ui.timing.replicas',
            'Calculated for {{replicas}} replicas: when the one that sends stops, the next one takes over, 15 s later for each position. An outage means that all of them are down. While heartbeats fail, the second replica retries as well.',
            verbatim({ replicas })
          )}
        </Text>
      )}
      {report.calculable && (
        <FiguresTable
          label={t('ui.timing.table.label', 'Resulting timing')}
          columns={isCompared ? [t('ui.timing.table.these', 'These values'), compareWith.label] : undefined}
          rows={timingRows(report).map(({ value, ...row }, index) => ({
            ...row,
            values: isCompared ? [value, otherRows[index]?.value ?? ''] : [value],
          }))}
        />
      )}
    </Stack>
  );
}
