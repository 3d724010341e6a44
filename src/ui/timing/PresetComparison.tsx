import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { calculateTiming } from '../../connection/timing/calculateTiming';
import type { TimingEnvironment } from '../../connection/timing/gap';
import { presets } from '../../connection/timing/presets';
import { FiguresTable } from './FiguresTable';
import { formatSeconds } from '../formatSeconds';
import { presetName } from './presetName';
import { timingRows } from './timingRows';

interface Props {
  /** Heartbeat interval in seconds. */
  interval: number;
  environment?: TimingEnvironment;
}

/** In which figures the presets for a heartbeat interval differ. */
export function PresetComparison({ interval, environment }: Props) {
  const compared = presets(interval, environment?.evaluation).map(({ id, timing }) => ({
    id,
    timing,
    report: calculateTiming(timing, interval, environment),
  }));
  const figures = compared.map(({ report }) => (report.calculable ? timingRows(report) : []));
  const settings = [
    {
      id: 'groupInterval',
      label: t('ui.timing.field.group-interval', 'Group interval'),
      values: compared.map(({ timing }) => formatSeconds(timing.groupInterval)),
    },
    {
      id: 'repeatInterval',
      label: t('ui.timing.field.repeat-interval', 'Repeat interval'),
      values: compared.map(({ timing }) => formatSeconds(timing.repeatInterval)),
    },
  ];
  const rows = (figures[0] ?? []).map(({ id, label }, index) => ({
    id,
    label,
    values: figures.map((column) => column[index]?.value ?? ''),
  }));
  const differing = [...settings, ...rows].filter(({ values }) => new Set(values).size > 1);
  return (
    <Stack direction="column" gap={1}>
      <FiguresTable
        label={t('ui.timing.presets.label', 'Differences between the presets')}
        columns={compared.map(({ id }) => presetName(id))}
        rows={differing}
      />
      <Text element="p" variant="bodySmall" color="secondary">
        {t('ui.timing.presets.same', 'Everything else is the same.')}
      </Text>
    </Stack>
  );
}
