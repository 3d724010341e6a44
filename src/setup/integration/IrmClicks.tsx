import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { Box, Text, useStyles2 } from '@grafana/ui';
import { IrmLink } from '../../ui/IrmLink';
import type { IntegrationValues } from './integrationForm';

/** The way through IRM, click by click. */
export function IrmClicks({ isNew, type }: { isNew: boolean; type: IntegrationValues['type'] }) {
  const styles = useStyles2(getStyles);
  const typeName =
    type === 'webhook' ? t('setup.clicks.webhook', 'Webhook') : t('setup.clicks.alertmanager', 'Alertmanager');
  return (
    <Box backgroundColor="secondary" padding={2} borderRadius="default">
      <Text element="h3" variant="h5">
        {t('setup.clicks.title', 'In IRM')}
      </Text>
      <ol className={styles.list}>
        <li>
          <Trans i18nKey="setup.clicks.open">
            Sign in to Grafana Cloud and open <strong>Alerts & IRM → IRM → Integrations</strong>.
          </Trans>{' '}
          <IrmLink />
        </li>
        {isNew ? (
          <>
            <li>
              <Trans i18nKey="setup.clicks.new" values={{ typeName }}>
                Press <strong>+ New integration</strong> and choose <strong>{'{{typeName}}'}</strong>.
              </Trans>
            </li>
            <li>
              <Trans i18nKey="setup.clicks.fill">
                Fill in the title, description and team from above and press <strong>Create integration</strong>.
              </Trans>
            </li>
          </>
        ) : (
          <li>
            <Trans i18nKey="setup.clicks.existing" values={{ typeName }}>
              Open the integration. Its type must be <strong>{'{{typeName}}'}</strong>; it stands beside the title.
            </Trans>
          </li>
        )}
        <li>
          <Trans i18nKey="setup.clicks.copy">
            On the page of the integration, copy the <strong>HTTP Endpoint</strong>. You paste it in the next step.
          </Trans>
        </li>
      </ol>
    </Box>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'grid',
    gap: theme.spacing(1),
    margin: theme.spacing(1, 0, 0),
    paddingInlineStart: theme.spacing(3),
    overflowWrap: 'anywhere',
  }),
});
