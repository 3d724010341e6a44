import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, useStyles2 } from '@grafana/ui';
import { useServices } from './data/services';
import { describeMissingRights } from './describeMissingRights';

/** Names the permissions that a task lacks, before anybody clicks. Shows nothing when none is missing. */
export function MissingRights({ missing }: { missing: readonly string[] }) {
  const styles = useStyles2(getStyles);
  const { actor } = useServices();
  if (missing.length === 0) {
    return null;
  }
  return (
    <Alert severity="info" title={t('ui.missing-rights.title', 'You can look, but not change this')} bottomSpacing={0}>
      <p>{describeMissingRights(missing, actor)}</p>
      <ul className={styles.list}>
        {missing.map((action) => (
          <li key={action}>
            <code>{action}</code>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ paddingInlineStart: theme.spacing(3), overflowWrap: 'anywhere' }),
});
