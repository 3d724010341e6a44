import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';

/** Says that the settings are gone, and what takes them away (docs/facts.md#plugins-and-their-proxy). */
export default function EmptiedNotice() {
  return (
    <Alert severity="warning" title={t('settings.emptied.title', 'These settings were emptied')} bottomSpacing={0}>
      {t(
        'settings.emptied.text',
        'At every start Grafana empties them if a provisioning file names this plugin without its settings. Add them to that file.'
      )}
    </Alert>
  );
}
