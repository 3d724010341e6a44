import { t } from '@grafana/i18n';
import { Collapse, Stack } from '@grafana/ui';
import { useState } from 'react';
import type { HeartbeatTiming } from '../../connection/model';
import { useServices } from '../data/services';
import { useReplicasKnown } from '../reading/useReplicasKnown';
import { PresetComparison } from './PresetComparison';
import { SchedulePicture } from './SchedulePicture';
import { TimingPanel } from './TimingPanel';

/** What the chosen timing leads to, as a picture and in figures, and how the presets differ. */
export function TimingOutlook({ timing, interval }: { timing: HeartbeatTiming | undefined; interval: number }) {
  const { evaluation } = useServices().capabilities;
  const [isOpen, setOpen] = useState(false);
  const replicas = useReplicasKnown();
  return (
    <Stack direction="column" gap={2}>
      <SchedulePicture timing={timing} interval={interval} replicas={replicas} />
      <TimingPanel timing={timing} interval={interval} replicas={replicas} evaluation={evaluation} />
      <Collapse
        label={t('ui.timing.compare-presets', 'Compare the presets')}
        isOpen={isOpen}
        onToggle={() => setOpen(!isOpen)}
      >
        <PresetComparison interval={interval} replicas={replicas} evaluation={evaluation} />
      </Collapse>
    </Stack>
  );
}
