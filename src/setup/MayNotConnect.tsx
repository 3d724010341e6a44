import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, useStyles2 } from '@grafana/ui';
import { InternalLinkButton } from '../ui/InternalLinkButton';
import { useServices } from '../ui/data/services';
import { connectionsPath } from '../ui/pagePaths';

/** In place of the first step, so that nobody fills in what they cannot save. */
export default function MayNotConnect({ missing }: { missing: readonly string[] }) {
  const styles = useStyles2(getStyles);
  const { actor } = useServices();
  const isPerson = actor === 'person';
  return (
    <Alert
      severity="info"
      title={
        isPerson
          ? t('setup.gate.title', 'You need the Editor role to connect')
          : t('setup.gate.title-account', "The plugin's service account needs the Editor role to connect")
      }
    >
      <div className={styles.body}>
        <span>
          {isPerson
            ? t('setup.gate.text', 'Ask an administrator for the role, or for the permissions below.')
            : t('setup.gate.text-account', 'An Admin can give it that role, or the permissions below.')}
        </span>
        <details>
          <summary>{t('setup.gate.details', 'Details')}</summary>
          <ul className={styles.list}>
            {missing.map((action) => (
              <li key={action}>
                <code>{action}</code>
              </li>
            ))}
          </ul>
        </details>
        <div>
          <InternalLinkButton href={connectionsPath()} variant="secondary">
            {t('setup.gate.back', 'View connections')}
          </InternalLinkButton>
        </div>
      </div>
    </Alert>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  body: css({ display: 'grid', gap: theme.spacing(1.5) }),
  list: css({ paddingInlineStart: theme.spacing(3), overflowWrap: 'anywhere' }),
});
