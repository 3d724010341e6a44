import { PluginExtensionPoints } from '@grafana/data';
import { Stack } from '@grafana/ui';
import { useChrome } from '../../chrome/chromeState';
import { Page } from '../../layout/Page';
import { PluginBoundary } from '../../plugin/PluginBoundary';
import { usePlugin } from '../../plugin/usePlugin';

/** Alerting's home as far as plugins are concerned: what they have put there. */
export default function AlertingHomePage() {
  const app = useChrome('app');
  const loaded = usePlugin(app?.enabled ? app : undefined);
  const added = loaded.state === 'ready' ? loaded.plugin.addedComponentConfigs : [];
  return (
    <Page navId="alerting">
      <Stack direction="column" gap={2}>
        {loaded.state === 'ready' &&
          added
            .filter(({ targets }) => [targets].flat().includes(PluginExtensionPoints.AlertingHomePage))
            .map(({ title, component: Component }) => (
              <PluginBoundary key={title} meta={loaded.plugin.meta}>
                <Component />
              </PluginBoundary>
            ))}
      </Stack>
    </Page>
  );
}
