import { t } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import { Alert } from '@grafana/ui';
import { readCapabilities } from '../grafana/capabilities';
import type { PluginSettings } from '../grafana/settings';
import { verbatim } from '../ui/verbatim';

/** Says that the routes of the service account lead to another organization, which saving the page mends. */
export function NamespaceNotice({ stored }: { stored: PluginSettings }) {
  const { namespace } = readCapabilities(config);
  if (stored.access !== 'proxy' || stored.namespace === namespace) {
    return null;
  }
  return (
    <Alert
      severity="warning"
      title={t('settings.namespace.title', 'These settings do not match this organization')}
      bottomSpacing={0}
    >
      {stored.managedBy === ''
        ? t(
            'settings.namespace.save',
            'The service account would be used in another organization, or in none. Save the settings once to fix this. The token must belong to this organization too.'
          )
        : t(
            'settings.namespace.file',
            'The service account would be used in another organization, or in none. In the provisioning file, give jsonData the namespace {{namespace}}.',
            verbatim({ namespace })
          )}
    </Alert>
  );
}
