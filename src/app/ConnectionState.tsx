import { usePluginContext } from '@grafana/data';
import { CompactStatus } from '../status/compact/CompactStatus';
import type { CompactStatusProps } from '../status/compact/StatusOf';
import { AppProviders } from './AppProviders';

/** The compact state on pages of others, which know nothing of the plugin's providers. */
export default function ConnectionState(props: CompactStatusProps) {
  const meta = usePluginContext()?.meta;
  return (
    meta && (
      <AppProviders meta={meta}>
        <CompactStatus {...props} />
      </AppProviders>
    )
  );
}
