import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import { verbatim } from '../ui/verbatim';

/** Says that a file is where these settings are changed: Grafana writes what it holds over them whenever it starts. */
export function ManagedNotice({ managedBy }: { managedBy: string }) {
  return (
    <Alert severity="info" title={t('settings.managed.title', 'Managed by provisioning')} bottomSpacing={0}>
      {t(
        'settings.managed.text',
        'A provisioning file ({{managedBy}}) keeps these settings and restores them when Grafana starts. Change them there.',
        verbatim({ managedBy })
      )}
    </Alert>
  );
}
