import { t } from '@grafana/i18n';
import { Collapse, Stack } from '@grafana/ui';
import { useState } from 'react';
import type { HeartbeatTiming } from '../../connection/model';
import { PresetComparison } from './PresetComparison';
import { SchedulePicture } from './SchedulePicture';
import { TimingPanel } from './TimingPanel';
import { useTimingEnvironment } from './useTimingEnvironment';

/** What the chosen timing leads to, as a picture and in figures, and how the presets differ. */
export function TimingOutlook({ timing, interval }: { timing: HeartbeatTiming | undefined; interval: number }) {
  const [isOpen, setOpen] = useState(false);
  const environment = useTimingEnvironment();
  return (
    <Stack direction="column" gap={2}>
      <SchedulePicture timing={timing} interval={interval} environment={environment} />
      <TimingPanel timing={timing} interval={interval} environment={environment} />
      <Collapse
        label={t('ui.timing.compare-presets', 'Compare presets')}
        isOpen={isOpen}
        onToggle={() => setOpen(!isOpen)}
      >
        <PresetComparison interval={interval} environment={environment} />
      </Collapse>
    </Stack>
  );
}
