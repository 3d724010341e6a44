import { t } from '@grafana/i18n';
import { Collapse, Stack } from '@grafana/ui';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Endpoint, HeartbeatRule, HeartbeatTiming } from '../../connection/model';
import type { TimingEnvironment } from '../../connection/timing/gap';
import { PresetComparison } from '../../ui/timing/PresetComparison';
import { TimingFields } from '../../ui/timing/TimingFields';
import type { TimingForm } from '../../ui/timing/timingForm';
import { TimingPanel } from '../../ui/timing/TimingPanel';
import type { HeartbeatForm } from './heartbeatForm';
import { FolderField } from './FolderField';
import { ScopeFields } from './ScopeFields';
import { TargetFields } from './TargetFields';

interface Props {
  form: UseFormReturn<HeartbeatForm>;
  values: HeartbeatForm;
  endpoint: Endpoint;
  timing: HeartbeatTiming | undefined;
  environment: TimingEnvironment;
  isFromIrm: boolean;
  disabled: boolean;
  nameIsFixed: boolean;
  rule: HeartbeatRule | undefined;
  /** What the plugin's own folder is called. */
  folderTitle: string;
  isRunning: boolean;
  onTiming(timing: TimingForm): void;
}

/** All that has a proposal which hardly anybody changes, and the figures behind it. */
export function AdvancedHeartbeat(props: Props) {
  const { form, values, endpoint, timing, environment, isFromIrm, disabled, nameIsFixed, onTiming } = props;
  const { rule, folderTitle, isRunning } = props;
  const [isComparing, setComparing] = useState(false);
  return (
    <Stack direction="column" gap={2}>
      <TargetFields {...{ form, endpoint, isFromIrm, disabled, nameIsFixed }} />
      {/* Whoever lacks rights on one folder may have them on another. */}
      <FolderField form={form} rule={rule} ownTitle={folderTitle} disabled={isRunning} />
      <ScopeFields form={form} disabled={disabled} />
      <TimingFields value={values} disabled={disabled} onChange={onTiming} />
      <TimingPanel timing={timing} interval={values.interval} environment={environment} showsVerdict={false} />
      <Collapse
        label={t('setup.heartbeat.compare-presets', 'Compare the presets')}
        isOpen={isComparing}
        onToggle={setComparing}
      >
        <PresetComparison interval={values.interval} environment={environment} />
      </Collapse>
    </Stack>
  );
}
