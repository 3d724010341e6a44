import { t } from '@grafana/i18n';
import type { TimingPreset } from '../../connection/timing/presets';

/** Name of a preset, the same wherever it is shown. */
export function presetName(id: TimingPreset['id']): string {
  return id === 'documented'
    ? t('ui.timing.preset.documented', 'Fast retry (docs default)')
    : t('ui.timing.preset.gentle', 'Balanced (recommended)');
}
