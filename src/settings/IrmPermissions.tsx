import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import { docsLinks } from '../grafana/links';
import { DocsLink } from '../ui/DocsLink';
import { IRM_PERMISSIONS } from './irmPermissionNames';

/** What a service account has to be able to do in IRM, what for, and where to make one. */
export function IrmPermissions() {
  const styles = useStyles2(getStyles);
  const rows = [
    { name: IRM_PERMISSIONS.readIntegrations, use: t('settings.irm.permissions.read', 'select integrations') },
    { name: IRM_PERMISSIONS.writeIntegrations, use: t('settings.irm.permissions.write', 'create and mend them') },
    {
      name: IRM_PERMISSIONS.readAlertGroups,
      use: t('settings.irm.permissions.alert-groups', 'prove tests, show past outages'),
    },
    {
      name: IRM_PERMISSIONS.readEscalationChains,
      use: t('settings.irm.permissions.chains', 'select an escalation chain'),
    },
    { name: IRM_PERMISSIONS.readTeams, use: t('settings.irm.permissions.teams', 'select a team') },
  ];
  return (
    <div className={styles.help}>
      <Trans i18nKey="settings.irm.permissions.about">
        Make a service account in that stack with these permissions (on Grafana Cloud the role Admin has them all):
      </Trans>
      <ul className={styles.list}>
        {rows.map(({ name, use }) => (
          <li key={name}>
            <code>{name}</code> {use}
          </li>
        ))}
      </ul>
      <Trans i18nKey="settings.irm.permissions.limits">
        For OnCall OSS they begin with grafana-oncall-app. IRM lets no service account resolve alert groups: test alerts
        are then resolved in IRM.
      </Trans>{' '}
      <DocsLink href={docsLinks.serviceAccounts}>
        {t('settings.irm.docs.service-accounts', 'Create a service account')}
      </DocsLink>{' '}
      <DocsLink href={docsLinks.irmPermissions}>{t('settings.irm.docs.permissions', 'Permissions of IRM')}</DocsLink>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  help: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary }),
  list: css({
    margin: theme.spacing(0.5, 0),
    paddingLeft: theme.spacing(3),
    li: { marginBottom: theme.spacing(0.5) },
    code: { overflowWrap: 'anywhere' },
  }),
});
