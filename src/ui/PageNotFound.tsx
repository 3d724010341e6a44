import { t, Trans } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { EmptyState, TextLink } from '@grafana/ui';
import { connectionsNav } from './connectionsNav';
import { connectionsPath } from './pagePaths';

/** For addresses below the plugin's that lead nowhere, as Grafana itself says it. */
export default function PageNotFound() {
  const title = t('ui.not-found.title', 'Page not found');
  return (
    <PluginPage pageNav={{ text: title, parentItem: connectionsNav() }}>
      <EmptyState variant="not-found" message={title} role="alert">
        <Trans i18nKey="ui.not-found.text">
          Check the address, or go to <TextLink href={connectionsPath()}>Connections</TextLink>.
        </Trans>
      </EmptyState>
    </PluginPage>
  );
}
