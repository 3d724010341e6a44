import type { AppPluginMeta, PluginConfigPageProps } from '@grafana/data';
import { KeepFocus } from '../ui/KeepFocus';
import { SettingsForm } from './SettingsForm';

/** The plugin's own tab among its pages under Administration. */
export default function ConfigurationPage({ plugin }: PluginConfigPageProps<AppPluginMeta>) {
  // Pages hold the settings that they were loaded with, so all is loaded again, as Grafana does itself.
  return (
    <KeepFocus>
      <SettingsForm meta={plugin.meta} onSaved={() => window.location.reload()} />
    </KeepFocus>
  );
}
