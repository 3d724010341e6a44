import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import { docsLinks } from '../grafana/links';
import { DocsLink } from '../ui/DocsLink';
import { IRM_PERMISSIONS } from './irmPermissionNames';

/** What a service account has to be able to do in IRM, what for, and where to make one. */
export function IrmPermissions() {
  const styles = useStyles2(getStyles);
  const rows = [
    { name: IRM_PERMISSIONS.readIntegrations, use: t('settings.irm.permissions.read', 'select integrations') },
    { name: IRM_PERMISSIONS.writeIntegrations, use: t('settings.irm.permissions.write', 'create and repair them') },
    {
      name: IRM_PERMISSIONS.readAlertGroups,
      use: t('settings.irm.permissions.alert-groups', 'find test alerts, show past outages'),
    },
    {
      name: IRM_PERMISSIONS.readEscalationChains,
      use: t('settings.irm.permissions.chains', 'select an escalation chain'),
    },
    { name: IRM_PERMISSIONS.readTeams, use: t('settings.irm.permissions.teams', 'select a team') },
  ];
  return (
    <div className={styles.help}>
      {t(
        'settings.irm.permissions.about',
        'Create a service account in that stack with these permissions (in Grafana Cloud, the Admin role has them all):'
      )}
      <ul className={styles.list}>
        {rows.map(({ name, use }) => (
          <li key={name}>
            <code>{name}</code> {use}
          </li>
        ))}
      </ul>
      {t(
        'settings.irm.permissions.limits',
        'For OnCall OSS, they start with grafana-oncall-app. IRM does not let service accounts resolve alert groups: resolve test alerts in IRM.'
      )}{' '}
      <DocsLink href={docsLinks.serviceAccounts}>
        {t('settings.irm.docs.service-accounts', 'Create a service account')}
      </DocsLink>{' '}
      <DocsLink href={docsLinks.irmPermissions}>{t('settings.irm.docs.permissions', 'IRM permissions')}</DocsLink>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  help: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary }),
  list: css({
    margin: theme.spacing(0.5, 0),
    paddingInlineStart: theme.spacing(3),
    li: { marginBottom: theme.spacing(0.5) },
    code: { overflowWrap: 'anywhere' },
  }),
});
