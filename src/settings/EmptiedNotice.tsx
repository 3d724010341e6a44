import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import type { PluginSettings } from '../grafana/settings';

/**
 * Says that the settings are gone. A save never leaves a token without its address, but Grafana does: what a provisioning
 * file says takes the place of all settings but the tokens, also where it says nothing (docs/facts.md#plugins-and-their-proxy).
 */
export function EmptiedNotice({ stored }: { stored: PluginSettings }) {
  const { hasGrafanaToken, grafanaUrl, irm, managedBy } = stored;
  const isEmpty = grafanaUrl === '' && irm.apiUrl === '' && managedBy === '';
  if (!isEmpty || !(hasGrafanaToken || irm.hasToken)) {
    return null;
  }
  return (
    <Alert severity="warning" title={t('settings.emptied.title', 'These settings were emptied')} bottomSpacing={0}>
      {t(
        'settings.emptied.text',
        'A token is stored without the URL it belongs to. This happens at every start of Grafana if a provisioning file names this plugin without its settings. Add them to that file, or remove the plugin from it and save them here.'
      )}
    </Alert>
  );
}
